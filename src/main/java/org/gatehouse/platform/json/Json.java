package org.gatehouse.platform.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.stream.Collectors;

/**
 * The application's one Jackson mapper. Duplicate keys, trailing text, deep nesting and huge numbers are refused while reading, numbers keep
 * every digit.
 */
public final class Json {
    /** Deepest nesting of arrays and objects that is read. */
    public static final int MAX_DEPTH = 64;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(100)
                            .maxStringLength(1_000_000)
                            .maxNameLength(1_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final ObjectWriter SORTED = MAPPER.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Json() {}

    /**
     * Reads JSON that came from outside: UTF-8 without a byte order mark (RFC 8259 section 8.1) and one value only.
     *
     * @throws IOException if it is not such text
     */
    public static JsonNode read(byte[] text) throws IOException {
        // Decoded here, because Jackson would guess at UTF-16 and let malformed UTF-8 pass.
        String decoded = UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
        JsonNode value = MAPPER.readTree(decoded);
        JsonLimits.check(value);
        return value;
    }

    /**
     * Reads a record that came from outside. A member that the record does not have is refused.
     *
     * @throws IOException if it is not such text
     */
    public static <T> T read(byte[] text, Class<T> type) throws IOException {
        T value = MAPPER.treeToValue(read(text), type);
        if (value == null) {
            throw new IOException("null");
        }
        return value;
    }

    /** What was wrong with text that could not be read: where, and no more than whoever wrote it can mend. */
    public static String complaint(IOException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown -> "There is no member " + unknown.getPropertyName() + " here.";
            case JsonMappingException mapping -> "The value at " + path(mapping) + " is not of the right kind.";
            default -> "This is not JSON in UTF-8.";
        };
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }

    /** Reads JSON that is part of the product, such as a tool's schema. */
    public static ObjectNode literal(String text) {
        try {
            return (ObjectNode) MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON: " + text, e);
        }
    }

    /** Writes a value as UTF-8 JSON text. */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a value as JSON text. */
    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a value as JSON text that people read. */
    public static String pretty(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON text in which the members of objects are sorted, so that their order makes no difference. */
    public static String canonical(Object value) {
        try {
            return SORTED.writeValueAsString(MAPPER.treeToValue(tree(value), Object.class));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A value as a tree, of the members that it would be written with. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** A new, empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }
}
