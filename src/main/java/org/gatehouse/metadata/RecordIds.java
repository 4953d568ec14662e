package org.gatehouse.metadata;

import java.security.SecureRandom;
import java.time.Instant;

/**
 * Makes record ids: 18 letters and digits, first the prefix of the object, then the time, then chance. Ids made later sort later, so that new
 * rows go to the end of an index; which ids there are cannot be guessed.
 */
public final class RecordIds {
    private static final int LENGTH = 18;
    private static final int TIME_LENGTH = 7;
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecordIds() {}

    /** A new id that begins with the prefix: three characters, or four. */
    public static String next(String prefix, Instant now) {
        StringBuilder id = new StringBuilder(prefix);
        long time = now.toEpochMilli();
        char[] digits = new char[TIME_LENGTH];
        for (int i = TIME_LENGTH - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) (time % DIGITS.length()));
            time /= DIGITS.length();
        }
        id.append(digits);
        while (id.length() < LENGTH) {
            id.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return id.toString();
    }
}
