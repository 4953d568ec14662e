package org.gatehouse.tool.custom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatehouse.catalog.custom.ArgumentType;
import org.gatehouse.catalog.custom.ServerDocument.QueryArgument;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.query.syntax.BoundValue;

/** The arguments of a named query: their schema, and the values of a call. */
final class QueryValues {
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_VALUES = 200;
    private static final long LARGEST = 9_007_199_254_740_991L;

    private final List<QueryArgument> arguments;

    QueryValues(List<QueryArgument> arguments) {
        this.arguments = arguments;
    }

    /** JSON Schema 2020-12 of the arguments. */
    ObjectNode schema() {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (QueryArgument argument : arguments) {
            ObjectNode one = type(type(argument));
            if (argument.list()) {
                one = Json.object().put("type", "array").put("minItems", 1).put("maxItems", MOST_VALUES).set("items", one);
            }
            if (argument.description() != null) {
                one.put("description", argument.description());
            }
            properties.set(name(argument), one);
        }
        ArrayNode required = schema.putArray("required");
        arguments.stream().filter(QueryArgument::required).forEach(argument -> required.add(name(argument)));
        return schema.put("additionalProperties", false);
    }

    /** The values of a call whose arguments fit the schema; null for those that are left out. */
    Map<String, List<BoundValue>> of(ObjectNode given) {
        Map<String, List<BoundValue>> values = new HashMap<>();
        for (QueryArgument argument : arguments) {
            JsonNode value = given.get(name(argument));
            List<BoundValue> bound = new ArrayList<>();
            if (value == null) {
                bound.add(BoundValue.none());
            } else if (argument.list()) {
                value.forEach(item -> bound.add(value(argument, item)));
            } else {
                bound.add(value(argument, value));
            }
            values.put(name(argument), bound);
        }
        return values;
    }

    /**
     * Values that fit, to see whether the query can be read with them.
     *
     * @param optional whether those that may be left out are there
     */
    Map<String, List<BoundValue>> samples(boolean optional) {
        Map<String, List<BoundValue>> values = new HashMap<>();
        for (QueryArgument argument : arguments) {
            BoundValue value = argument.required() || optional ? sample(type(argument)) : BoundValue.none();
            // Two, so that a list where the query has room for one value is found now and not by a caller.
            values.put(name(argument), argument.list() ? List.of(value, value) : List.of(value));
        }
        return values;
    }

    private static ObjectNode type(ArgumentType type) {
        return switch (type) {
            case TEXT -> Json.object().put("type", "string").put("maxLength", LONGEST_TEXT);
            case INTEGER -> Json.object().put("type", "integer").put("minimum", -LARGEST).put("maximum", LARGEST);
            case NUMBER -> Json.object().put("type", "number").put("minimum", -LARGEST).put("maximum", LARGEST);
            case BOOLEAN -> Json.object().put("type", "boolean");
            case DATE -> Json.object().put("type", "string").put("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
            case DATETIME -> Json.object().put("type", "string").put("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z$");
        };
    }

    private static BoundValue value(QueryArgument argument, JsonNode value) {
        try {
            return switch (type(argument)) {
                case TEXT -> BoundValue.text(value.asText());
                // A schema's integer may be written as 1.0.
                case INTEGER -> BoundValue.number(new BigDecimal(value.decimalValue().toBigIntegerExact()));
                case NUMBER -> BoundValue.number(value.decimalValue());
                case BOOLEAN -> BoundValue.bool(value.booleanValue());
                case DATE -> BoundValue.date(LocalDate.parse(value.asText()));
                case DATETIME -> BoundValue.dateTime(Instant.parse(value.asText()));
            };
        } catch (DateTimeException e) {
            throw new ProblemException(new Problem.InvalidArguments(
                    "The arguments do not fit.", List.of(new Problem.Violation("/" + name(argument), "there is no such day or time"))));
        }
    }

    private static BoundValue sample(ArgumentType type) {
        return switch (type) {
            case TEXT -> BoundValue.text("text");
            case INTEGER, NUMBER -> BoundValue.number(BigDecimal.ONE);
            case BOOLEAN -> BoundValue.bool(true);
            case DATE -> BoundValue.date(LocalDate.EPOCH);
            case DATETIME -> BoundValue.dateTime(Instant.EPOCH);
        };
    }

    private static ArgumentType type(QueryArgument argument) {
        return ArgumentType.named(argument.type()).orElseThrow(() -> new IllegalArgumentException("no type: " + argument.type()));
    }

    private static String name(QueryArgument argument) {
        return Objects.requireNonNull(argument.name());
    }
}
