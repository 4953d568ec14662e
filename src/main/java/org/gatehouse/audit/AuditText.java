package org.gatehouse.audit;

/** Text of unknown origin, made safe to keep and to read: no control characters, no invisible ones, no more than fits. */
public final class AuditText {
    private static final char REPLACEMENT = '\uFFFD';

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

    private static boolean harmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
