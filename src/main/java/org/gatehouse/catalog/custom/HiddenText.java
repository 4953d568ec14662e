package org.gatehouse.catalog.custom;

/** Characters that a reader of a description does not see and a model reads (Unicode TR 36, and the tag characters of block E0000). */
public final class HiddenText {
    private HiddenText() {}

    /** Whether a text has one: format and control characters except line breaks and tabs, private use, unassigned. */
    public static boolean in(String text) {
        return text.codePoints().anyMatch(HiddenText::hidden);
    }

    private static boolean hidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\n' && character != '\t' && character != '\r';
            case Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED -> true;
            default -> (character >= 0xFE00 && character <= 0xFE0F)
                    || (character >= 0xE0100 && character <= 0xE01EF)
                    || character == 0x3164 || character == 0x115F;
        };
    }
}
