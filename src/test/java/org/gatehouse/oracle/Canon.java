package org.gatehouse.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Writes records in one way, whether they come from the model or as JSON: fields by name, numbers without needless zeros. */
final class Canon {
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Canon() {}

    static String value(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case BigDecimal number -> number(number);
            case Boolean bool -> bool.toString();
            case LocalDate date -> quoted(date.toString());
            case Instant instant -> quoted(MILLIS.format(instant));
            case Map<?, ?> members -> members.toString();
            default -> quoted(value.toString());
        };
    }

    static String json(JsonNode node) {
        if (node.isObject()) {
            Map<String, String> members = new TreeMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), member.getKey().equals("attributes")
                    ? member.getValue().path("type").asText()
                    : json(member.getValue())));
            return members.toString();
        }
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false).map(Canon::json).toList().toString();
        }
        if (node.isNumber()) {
            return number(node.decimalValue());
        }
        return node.isTextual() ? quoted(node.asText()) : node.toString();
    }

    private static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
