package org.gatehouse.extension.declared;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.gatehouse.platform.json.Json;

/**
 * JSON Schema 2020-12 of Java types: texts, numbers, booleans, enums, dates and times, lists, maps and records of them. Of a class that is none of these nobody knows what a
 * model should write, so it is refused.
 */
public final class JavaSchema {
    /** JSON Schema 2020-12, validation, section 7.3. */
    private static final Map<Class<?>, String> FORMATS = Map.of(
            LocalDate.class, "date", Instant.class, "date-time", OffsetDateTime.class, "date-time", Duration.class, "duration", UUID.class, "uuid",
            URI.class, "uri");

    private final boolean closed;

    private JavaSchema(boolean closed) {
        this.closed = closed;
    }

    /** Of what a call gives: members that a record does not have are refused. */
    static JavaSchema ofArguments() {
        return new JavaSchema(true);
    }

    /** Of what a tool answers. */
    static JavaSchema ofResults() {
        return new JavaSchema(false);
    }

    /** The form that a record is: an object of plain values (MCP, client/elicitation, requested schema). */
    public static ObjectNode ofForm(Class<? extends Record> form) {
        ObjectNode schema = new JavaSchema(true).record(form, new LinkedHashSet<>());
        schema.path("properties").forEach(property -> {
            if (property.path("type").asText().matches("array|object|")) {
                throw new Unusable("A form has texts, numbers, booleans and enums only; " + form.getName() + " has more.");
            }
        });
        schema.remove("additionalProperties");
        return schema;
    }

    /** The schema of a type where it is used, with the constraints that stand there. */
    ObjectNode of(AnnotatedType type, AnnotatedElement place) {
        return of(type, place, new LinkedHashSet<>());
    }

    /** Whether a value may be left out there. */
    static boolean optional(AnnotatedType type, AnnotatedElement place) {
        return raw(type.getType()) == Optional.class
                || Stream.of(type.getAnnotations(), place.getAnnotations()).flatMap(Arrays::stream).anyMatch(
                        it -> it.annotationType().getSimpleName().equals("Nullable"));
    }

    private ObjectNode of(AnnotatedType type, AnnotatedElement place, Set<Class<?>> within) {
        if (raw(type.getType()) == Optional.class) {
            return of(argument(type, 0), place, within);
        }
        ObjectNode schema = plain(type, within);
        Constraints.apply(type.getAnnotations(), schema);
        Constraints.apply(place.getAnnotations(), schema);
        return schema;
    }

    private ObjectNode plain(AnnotatedType type, Set<Class<?>> within) {
        Class<?> raw = raw(type.getType());
        if (type instanceof AnnotatedArrayType array && raw != byte[].class) {
            return array(array.getAnnotatedGenericComponentType(), within);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            ObjectNode array = array(argument(type, 0), within);
            return Set.class.isAssignableFrom(raw) ? array.put("uniqueItems", true) : array;
        }
        if (Map.class.isAssignableFrom(raw)) {
            return map(type, within);
        }
        if (raw.isRecord()) {
            return record(raw, within);
        }
        if (raw.isEnum()) {
            ObjectNode schema = Json.object().put("type", "string");
            ArrayNode names = schema.putArray("enum");
            Arrays.stream(raw.getEnumConstants()).map(constant -> ((Enum<?>) constant).name()).forEach(names::add);
            return schema;
        }
        return scalar(raw);
    }

    private static ObjectNode scalar(Class<?> raw) {
        ObjectNode schema = Json.object();
        if (raw == Object.class) {
            return schema;
        }
        if (raw == String.class || raw == CharSequence.class) {
            return schema.put("type", "string");
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return schema.put("type", "boolean");
        }
        if (raw == int.class || raw == Integer.class) {
            return schema.put("type", "integer").put("minimum", Integer.MIN_VALUE).put("maximum", Integer.MAX_VALUE);
        }
        if (raw == long.class || raw == Long.class) {
            return schema.put("type", "integer").put("minimum", Long.MIN_VALUE).put("maximum", Long.MAX_VALUE);
        }
        if (raw == short.class || raw == Short.class) {
            return schema.put("type", "integer").put("minimum", Short.MIN_VALUE).put("maximum", Short.MAX_VALUE);
        }
        if (raw == BigInteger.class) {
            return schema.put("type", "integer");
        }
        if (List.<Class<?>>of(double.class, Double.class, float.class, Float.class, BigDecimal.class, Number.class).contains(raw)) {
            return schema.put("type", "number");
        }
        return formatted(raw);
    }

    private static ObjectNode formatted(Class<?> raw) {
        String format = FORMATS.get(raw);
        if (format == null) {
            throw new Unusable("the type " + raw.getTypeName()
                    + " cannot be told to a model; use a text, a number, a boolean, an enum, a date or time, or a list, map or record of them");
        }
        return Json.object().put("type", "string").put("format", format);
    }

    private ObjectNode array(AnnotatedType items, Set<Class<?>> within) {
        ObjectNode schema = Json.object().put("type", "array");
        schema.set("items", of(items, items, within));
        return schema;
    }

    private ObjectNode map(AnnotatedType type, Set<Class<?>> within) {
        ObjectNode schema = Json.object().put("type", "object");
        if (type.getType() instanceof ParameterizedType) {
            if (raw(argument(type, 0).getType()) != String.class) {
                throw new Unusable("the keys of a map are texts in JSON; use Map<String, …>");
            }
            AnnotatedType values = argument(type, 1);
            ObjectNode value = of(values, values, within);
            if (!value.isEmpty()) {
                schema.set("additionalProperties", value);
            }
        }
        return schema;
    }

    private ObjectNode record(Class<?> type, Set<Class<?>> within) {
        if (!within.add(type)) {
            throw new Unusable("the record " + type.getName() + " holds itself; give the records of each level a type of their own");
        }
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (RecordComponent component : type.getRecordComponents()) {
            ObjectNode property = of(component.getAnnotatedType(), component, within);
            Optional<Marked> described = Marked.find(component, Marked.Kind.TOOL_ARGUMENT);
            described.map(it -> it.text("description")).filter(text -> !text.isEmpty()).ifPresent(text -> property.put("description", text));
            properties.set(component.getName(), property);
            if (!optional(component.getAnnotatedType(), component) && described.map(it -> it.flag("required", true)).orElse(true)) {
                required.add(component.getName());
            }
        }
        within.remove(type);
        return closed ? schema.put("additionalProperties", false) : schema;
    }

    private static AnnotatedType argument(AnnotatedType type, int index) {
        if (type instanceof AnnotatedParameterizedType parameterized) {
            return parameterized.getAnnotatedActualTypeArguments()[index];
        }
        throw new Unusable("the type " + type.getType().getTypeName() + " does not say of what; write for example List<String>");
    }

    private static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> known -> known;
            case ParameterizedType parameterized -> raw(parameterized.getRawType());
            // A wildcard or a variable may be anything; an array of a generic type is an array.
            default -> type instanceof java.lang.reflect.GenericArrayType ? Object[].class : Object.class;
        };
    }
}
