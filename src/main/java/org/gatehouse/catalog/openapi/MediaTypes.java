package org.gatehouse.catalog.openapi;

import java.util.Locale;

/** Media types as far as they matter for tools. */
public final class MediaTypes {
    private MediaTypes() {}

    /** Whether a type is JSON: one value, and not a sequence of them. */
    public static boolean isJson(String mediaType) {
        String type = bare(mediaType);
        return type.equals("application/json") || (type.startsWith("application/") && type.endsWith("+json"));
    }

    /** Whether a type is text of one piece: an event stream never ends. */
    public static boolean isText(String mediaType) {
        String type = bare(mediaType);
        return type.startsWith("text/") && !type.equals("text/event-stream");
    }

    private static String bare(String mediaType) {
        int parameters = mediaType.indexOf(';');
        return (parameters < 0 ? mediaType : mediaType.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }
}
