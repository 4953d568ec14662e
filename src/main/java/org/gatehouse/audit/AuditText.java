package org.gatehouse.audit;

import org.gatehouse.platform.crypto.OpaqueToken;

/** Text of unknown origin, made safe to keep and to read: no control characters, no invisible ones, no more than fits. */
public final class AuditText {
    private static final char REPLACEMENT = '\uFFFD';

    /** What stands between a text that was cut and the hash of the whole. */
    private static final String CUT = "\u2026#";

    private static final int HASH = 16;
    private static final int MARK = CUT.length() + HASH;

    private AuditText() {}

    /** The text with every character replaced that could forge a line or hide another, cut to a length without splitting a character. */
    public static String fit(String text, int length) {
        StringBuilder safe = new StringBuilder(Math.min(text.length(), length));
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            int kept = harmless(character) ? character : REPLACEMENT;
            if (safe.length() + Character.charCount(kept) > length) {
                break;
            }
            safe.appendCodePoint(kept);
        }
        return safe.toString();
    }

    /**
     * The same, but a text that is cut ends with a hash of the whole, where there is room for one: equal texts stay equal, and others stay others.
     */
    public static String shorten(String text, int length) {
        if (text.length() <= length || length < 2 * MARK) {
            return fit(text, length);
        }
        return fit(text, length - MARK) + CUT + OpaqueToken.sha256(text).substring(0, HASH);
    }

    private static boolean harmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
