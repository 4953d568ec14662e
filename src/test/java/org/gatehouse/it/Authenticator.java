package org.gatehouse.it;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app: a person types a key into it and reads codes from it. Written from RFC 6238, not with the server's code. */
final class Authenticator {
    private final byte[] key;

    /** With the key as the page shows it. */
    Authenticator(String typed) {
        String base32 = typed.replace(" ", "");
        ByteBuffer bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        long held = 0;
        for (int i = 0; i < base32.length(); i++) {
            held = held * 32 + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(base32.charAt(i));
            if (i % 8 == 7) {
                for (int shift = 32; shift >= 0; shift -= 8) {
                    bytes.put((byte) (held >> shift));
                }
                held = 0;
            }
        }
        this.key = bytes.array();
    }

    /** The code of now, or of so many steps of 30 seconds later. */
    String code(int steps) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "RAW"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(Instant.now().getEpochSecond() / 30 + steps).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & 0x7fffffff;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
