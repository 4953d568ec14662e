package org.gatehouse.mcp.transport;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The two media headers of a POST (MCP, transports, sending messages; RFC 9110 sections 8.3 and 12.5.1). */
final class MediaRanges {
    private static final Pattern NOTHING = Pattern.compile("q=0(\\.0{0,3})?");

    private MediaRanges() {}

    /** Whether the body is JSON in UTF-8. Other types would let a web page post here without the browser asking first. */
    static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        String[] parts = parts(contentType, ";");
        return parts[0].equals("application/json") && Arrays.stream(parts).skip(1).allMatch(MediaRanges::harmless);
    }

    private static boolean harmless(String parameter) {
        return !parameter.startsWith("charset=") || parameter.equals("charset=utf-8") || parameter.equals("charset=\"utf-8\"");
    }

    /** MCP: the client must include an Accept header that lists both application/json and text/event-stream. Ranges list what they cover. */
    static boolean acceptBoth(@Nullable String accept) {
        return accept != null && accepts(accept, "application/json") && accepts(accept, "text/event-stream");
    }

    /** 2025-11-25, listening for messages: the client must include text/event-stream. */
    static boolean acceptEvents(@Nullable String accept) {
        return accept != null && accepts(accept, "text/event-stream");
    }

    private static boolean accepts(String accept, String type) {
        String family = type.substring(0, type.indexOf('/')) + "/*";
        return Arrays.stream(parts(accept, ","))
                .map(range -> parts(range, ";"))
                .filter(range -> Arrays.stream(range).skip(1).noneMatch(parameter -> NOTHING.matcher(parameter).matches()))
                .anyMatch(range -> range[0].equals(type) || range[0].equals(family) || range[0].equals("*/*"));
    }

    private static String[] parts(String text, String separator) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split(separator, -1)).map(String::strip).toArray(String[]::new);
    }
}
