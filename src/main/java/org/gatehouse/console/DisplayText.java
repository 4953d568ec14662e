package org.gatehouse.console;

/** Text from a registration, made safe to stand in a sentence that a person relies on. */
final class DisplayText {
    private static final int LONGEST = 80;

    private DisplayText() {}

    /** The text without characters that break lines or change the reading direction, and not too long. Escaping is left to the page. */
    static String of(String text) {
        String plain = text.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain.isBlank() ? "(no name)" : plain;
    }
}
