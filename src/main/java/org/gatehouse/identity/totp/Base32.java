package org.gatehouse.identity.totp;

/** Base 32 (RFC 4648 section 6) without padding, for keys and codes that people type. */
final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;
    private static final int GROUP = 4;

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte next : bytes) {
            held = (held << Byte.SIZE) | (next & 0xff);
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(ALPHABET.charAt((held >> bits) & MASK));
            }
            held &= (1 << bits) - 1;
        }
        return bits == 0 ? text.toString() : text.append(ALPHABET.charAt((held << (BITS - bits)) & MASK)).toString();
    }

    /** The text in groups of four, which people copy with fewer mistakes. */
    static String grouped(String text, String separator) {
        return text.replaceAll("(?<=\\G.{" + GROUP + "})(?=.)", separator);
    }
}
