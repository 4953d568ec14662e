package org.gatehouse.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A secret that means nothing by itself: an authorization code, a refresh token, a one-time link. The database keeps its hash only; 256 random bits need
 * neither salt nor stretching.
 *
 * @param value what its holder presents
 */
public record OpaqueToken(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /** A new one that nobody can guess (RFC 6749 section 10.10). */
    public static OpaqueToken create() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new OpaqueToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The SHA-256 hash under which it is stored. */
    public String hash() {
        return sha256(value);
    }

    /** The SHA-256 hash of a text, in lower-case hexadecimal digits. */
    public static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "OpaqueToken[…]";
    }
}
