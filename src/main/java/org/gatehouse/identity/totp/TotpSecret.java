package org.gatehouse.identity.totp;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key that an authenticator and this server share (RFC 6238): it makes one code of six digits for every 30 seconds. */
public final class TotpSecret {
    /** RFC 4226 section 4, R6: "The length of the shared secret MUST be at least 128 bits. This document RECOMMENDs [...] 160 bits". */
    private static final int BYTES = 20;

    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    TotpSecret(byte[] key) {
        this.key = key.clone();
    }

    /** A new one that nobody can guess. */
    static TotpSecret create() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new TotpSecret(bytes);
    }

    /** What {@link #stored} gave. */
    static TotpSecret parse(String stored) {
        return new TotpSecret(Base64.getUrlDecoder().decode(stored));
    }

    /** The key as text, for encryption. */
    String stored() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    /** Whether this is the code of a time step. Takes the same time for every code. */
    boolean matches(String code, TimeStep step) {
        return MessageDigest.isEqual(code.getBytes(StandardCharsets.UTF_8), code(step).getBytes(StandardCharsets.UTF_8));
    }

    /** The code of a time step: HOTP (RFC 4226 section 5.3) of its number, as RFC 6238 section 4.2 says. */
    String code(TimeStep step) {
        byte[] hash = hmac(step.bytes());
        int offset = hash[hash.length - 1] & 0xf;
        int truncated = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", truncated % MODULUS);
    }

    private byte[] hmac(byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA1", e);
        }
    }

    /** The key as people type it into an authenticator. */
    public String typed() {
        return Base32.grouped(Base32.encode(key), " ");
    }

    /** The key as authenticators import it, under the name of this installation and of the person. */
    public String uri(String installation, String username) {
        return "otpauth://totp/" + encoded(installation) + ":" + encoded(username) + "?secret=" + Base32.encode(key)
                + "&issuer=" + encoded(installation) + "&algorithm=SHA1&digits=" + DIGITS + "&period=" + TimeStep.SECONDS;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TotpSecret that && MessageDigest.isEqual(key, that.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "TotpSecret[…]";
    }
}
