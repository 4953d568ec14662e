package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The headers that mirror arguments of a tool (MCP 2026-07-28, custom headers from tool parameters). Intermediaries act on them, so a header that says
 * something else than the body is refused.
 */
final class MirroredParams {
    private MirroredParams() {}

    /**
     * What is wrong with the headers.
     *
     * @param schema the tool's input schema, whose properties name their headers under {@code x-mcp-header}
     * @param headers values by header name in lower case, without the prefix
     */
    static Optional<String> disagreement(JsonNode schema, JsonNode arguments, Map<String, String> headers) {
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            JsonNode argument = arguments.path(property.getKey());
            String name = property.getValue().path("x-mcp-header").textValue();
            Optional<String> wrong = name == null
                    ? disagreement(property.getValue(), argument, headers)
                    : disagreement("Mcp-Param-" + name, argument, headers.get(name.toLowerCase(Locale.ROOT)));
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> disagreement(String name, JsonNode argument, @Nullable String header) {
        if (argument.isMissingNode() || argument.isNull()) {
            return header == null ? Optional.empty() : Optional.of("The " + name + " header mirrors an argument that is not there.");
        }
        if (header == null) {
            return Optional.of("The " + name + " header is missing.");
        }
        boolean same = HeaderValue.decode(header).filter(value -> same(argument, value)).isPresent();
        return same ? Optional.empty() : Optional.of("The " + name + " header and the argument in the body disagree.");
    }

    /** Numbers are compared as numbers, everything else as text. */
    private static boolean same(JsonNode argument, String value) {
        if (!argument.isNumber()) {
            return argument.asText().equals(value);
        }
        try {
            return argument.decimalValue().compareTo(new BigDecimal(value)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
