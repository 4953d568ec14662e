package org.gatehouse.catalog.content;

/** One block of a tool's answer or of a prompt (MCP, ContentBlock). */
public sealed interface Content {
    /** Words. */
    record Text(String text) implements Content {}

    /**
     * A picture.
     *
     * @param data the bytes in Base64 (RFC 4648 section 4)
     * @param mediaType for example {@code image/png}
     */
    record Image(String data, String mediaType) implements Content {}

    /**
     * A sound.
     *
     * @param data the bytes in Base64 (RFC 4648 section 4)
     * @param mediaType for example {@code audio/wav}
     */
    record Audio(String data, String mediaType) implements Content {}

    /** What stands under a URI, put in whole. */
    record Embedded(ResourceContent resource) implements Content {}
}
