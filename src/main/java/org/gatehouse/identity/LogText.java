package org.gatehouse.identity;

/** Text from outside, made safe for one line of a log. */
final class LogText {
    private LogText() {}

    /** The text with everything but visible ASCII replaced, so that it can neither break the line nor dress up as another one. */
    static String of(String text, int limit) {
        String head = text.length() > limit ? text.substring(0, limit) : text;
        return head.codePoints()
                .map(c -> c > ' ' && c < 0x7f && c != '\'' ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
