package org.gatehouse.extension;

import java.util.Base64;
import java.util.List;

/**
 * What a tool answers when a plain value is not enough.
 *
 * @param blocks what the model gets to read and see
 * @param failed whether this is a failure that the model may mend
 */
public record ToolResponse(List<Block> blocks, boolean failed) {
    public ToolResponse {
        blocks = List.copyOf(blocks);
    }

    /** Words. */
    public static ToolResponse text(String text) {
        return new ToolResponse(List.of(new Text(text)), false);
    }

    /** Several blocks. */
    public static ToolResponse of(Block... blocks) {
        return new ToolResponse(List.of(blocks), false);
    }

    /** A failure, in words for the model. What the tool has written before stays; throw a {@link ToolCallException} to undo it. */
    public static ToolResponse error(String text) {
        return new ToolResponse(List.of(new Text(text)), true);
    }

    /** A part of an answer. */
    public sealed interface Block {}

    /** Words. */
    public record Text(String text) implements Block {}

    /**
     * A picture.
     *
     * @param base64 the bytes (RFC 4648 section 4)
     * @param mimeType for example {@code image/png}
     */
    public record Image(String base64, String mimeType) implements Block {
        /** A picture of these bytes. */
        public static Image of(byte[] bytes, String mimeType) {
            return new Image(Base64.getEncoder().encodeToString(bytes), mimeType);
        }
    }

    /**
     * A sound.
     *
     * @param base64 the bytes (RFC 4648 section 4)
     * @param mimeType for example {@code audio/wav}
     */
    public record Audio(String base64, String mimeType) implements Block {
        /** A sound of these bytes. */
        public static Audio of(byte[] bytes, String mimeType) {
            return new Audio(Base64.getEncoder().encodeToString(bytes), mimeType);
        }
    }
}
