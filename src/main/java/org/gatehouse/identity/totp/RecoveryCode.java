package org.gatehouse.identity.totp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A code that stands in for the authenticator once. The database keeps its hash only; 80 random bits need no stretching.
 *
 * @param value the sixteen characters without the hyphens that people see
 */
public record RecoveryCode(String value) {
    static final int COUNT = 10;

    private static final int BYTES = 10;
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    static RecoveryCode create() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new RecoveryCode(Base32.encode(bytes));
    }

    /** What a person typed, whatever hyphens, spaces and small letters are in it. */
    static RecoveryCode typed(String text) {
        return new RecoveryCode(text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    /** Whether it is one by its looks; a code of the authenticator is not. */
    boolean plausible() {
        return value.length() == LENGTH;
    }

    /** The code as people keep it. */
    public String shown() {
        return Base32.grouped(value, "-");
    }

    /** The SHA-256 hash under which it is stored. */
    String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Keeps the code out of logs. */
    @Override
    public String toString() {
        return "RecoveryCode[…]";
    }
}
