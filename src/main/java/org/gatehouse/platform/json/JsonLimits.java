package org.gatehouse.platform.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;

/** What Jackson reads without complaint and later code could stumble over. */
final class JsonLimits {
    /** {@code 1e1000000000} is twelve characters, and a gigabyte as soon as somebody asks for its digits. */
    private static final int MOST_DIGITS = 400;

    private JsonLimits() {}

    /** Refuses lone surrogates, which no encoder can write again, and numbers of absurd size. The reader has bounded the depth. */
    static void check(JsonNode value) throws IOException {
        if (value.isMissingNode()) {
            throw new JsonParseException(null, "There is no value.");
        } else if (value.isTextual()) {
            check(value.textValue());
        } else if (value.isBigDecimal()) {
            if (Math.abs((long) value.decimalValue().scale()) > MOST_DIGITS) {
                throw new JsonParseException(null, "A number is too large or too small.");
            }
        } else if (value.isObject()) {
            for (Map.Entry<String, JsonNode> property : value.properties()) {
                check(property.getKey());
                check(property.getValue());
            }
        } else if (value.isArray()) {
            for (Iterator<JsonNode> elements = value.elements(); elements.hasNext(); ) {
                check(elements.next());
            }
        }
    }

    private static void check(String text) throws IOException {
        // Of a pair, the stream gives the one character that it stands for.
        if (text.codePoints().anyMatch(character -> character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)) {
            throw new JsonParseException(null, "A text holds half a character.");
        }
    }
}
