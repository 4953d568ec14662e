package org.gatehouse.catalog.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.platform.json.Json;

/**
 * Makes one JSON Schema 2020-12 of the schemas of one operation. What a reference names is written in its place, because few clients follow references; only
 * what holds itself goes to {@code $defs}. Keywords without a place here are left out: the service checks what it gets in any case.
 */
final class SchemaConversion {
    private static final int MOST_NODES = 2_000;
    private static final int DEEPEST = 24;
    private static final int LONGEST_TEXT = 1_000;

    private static final List<String> COPIED = List.of(
            "type", "enum", "const", "default", "format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength",
            "maxLength", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties");

    private static final List<String> COMBINED = List.of("allOf", "anyOf", "oneOf");

    /** Which way the values go that a schema is for. */
    enum Direction {
        REQUEST("readOnly"),
        RESPONSE("writeOnly");

        /** The mark of properties that do not go this way. */
        private final String absent;

        Direction(String absent) {
            this.absent = absent;
        }
    }

    private final References references;
    private final Direction direction;
    private final ObjectNode definitions = Json.object();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> open = new HashMap<>();
    private final Set<String> recursive = new HashSet<>();
    private int nodes;
    private int within;

    SchemaConversion(References references, Direction direction) {
        this.references = references;
        this.direction = direction;
    }

    /** One schema; its references into {@code $defs} hold under the root that gets the {@link #definitions}. */
    ObjectNode convert(JsonNode schema) throws NotUsable {
        return schema(schema, 0);
    }

    /** What holds itself, for the root of the whole schema; nothing if there is no such thing. */
    void addDefinitions(ObjectNode schema) {
        if (!definitions.isEmpty()) {
            schema.set("$defs", definitions);
        }
    }

    private ObjectNode schema(JsonNode node, int depth) throws NotUsable {
        nodes++;
        if (nodes > MOST_NODES || depth > DEEPEST) {
            throw new NotUsable("its schemas are larger or deeper than a tool's may be");
        }
        if (node.isBoolean()) {
            ObjectNode any = Json.object();
            if (!node.booleanValue()) {
                any.putObject("not");
            }
            return any;
        }
        if (!(node instanceof ObjectNode given)) {
            throw new NotUsable("it has a schema that is not an object");
        }
        return given.path("$ref").isTextual() ? referred(given, depth) : plain(given, depth);
    }

    private ObjectNode referred(ObjectNode given, int depth) throws NotUsable {
        String reference = given.path("$ref").textValue();
        ObjectNode made;
        if (recursive.contains(reference) || open.containsKey(reference)) {
            // A schema that is itself again without going into a value would never end.
            if (open.getOrDefault(reference, -1) == within) {
                throw new NotUsable("its schema '" + Texts.cut(reference, 120) + "' is nothing but itself");
            }
            recursive.add(reference);
            made = definition(reference);
        } else {
            open.put(reference, within);
            made = schema(references.target(reference), depth + 1);
            open.remove(reference);
            if (recursive.contains(reference)) {
                definitions.set(name(reference), made);
                made = definition(reference);
            }
        }
        if (given.path("description").isTextual()) {
            made.put("description", Texts.cut(given.path("description").textValue(), LONGEST_TEXT));
        }
        return made;
    }

    private ObjectNode definition(String reference) {
        return Json.object().put("$ref", "#/$defs/" + name(reference));
    }

    private String name(String reference) {
        return names.computeIfAbsent(reference, it -> it.substring(it.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9_-]", "_") + (names.isEmpty() ? "" : "_" + names.size()));
    }

    private ObjectNode plain(ObjectNode given, int depth) throws NotUsable {
        ObjectNode made = Json.object();
        for (String keyword : COPIED) {
            JsonNode value = given.get(keyword);
            if (value != null) {
                nodes += value.size();
                made.set(keyword, value.deepCopy());
            }
        }
        exclusive(made, "exclusiveMinimum", "minimum");
        exclusive(made, "exclusiveMaximum", "maximum");
        words(given, made);
        combined(given, made, depth);
        within++;
        objects(given, made, depth);
        lists(given, made, depth);
        within--;
        return nullable(given, made);
    }

    /** OpenAPI 3.0: a flag beside the bound, where JSON Schema has a bound of its own. */
    private static void exclusive(ObjectNode made, String exclusive, String bound) {
        if (made.path(exclusive).isBoolean()) {
            boolean holds = made.path(exclusive).booleanValue();
            made.remove(exclusive);
            if (holds && made.has(bound)) {
                made.set(exclusive, made.remove(bound));
            }
        }
    }

    /** A pattern is told and not applied: one that takes for ever on some text would hold a thread of this server. */
    private static void words(ObjectNode given, ObjectNode made) {
        List<String> words = new ArrayList<>();
        if (given.path("description").isTextual()) {
            words.add(Texts.cut(given.path("description").textValue(), LONGEST_TEXT));
        }
        if (given.path("pattern").isTextual()) {
            words.add("Pattern: " + Texts.cut(given.path("pattern").textValue(), LONGEST_TEXT));
        }
        if (!words.isEmpty()) {
            made.put("description", String.join(" ", words));
        }
    }

    private void combined(ObjectNode given, ObjectNode made, int depth) throws NotUsable {
        for (String keyword : COMBINED) {
            if (given.path(keyword).isArray() && !given.path(keyword).isEmpty()) {
                ArrayNode parts = made.putArray(keyword);
                for (JsonNode part : given.path(keyword)) {
                    parts.add(schema(part, depth + 1));
                }
            }
        }
        if (given.has("not")) {
            made.set("not", schema(given.path("not"), depth + 1));
        }
    }

    private void objects(ObjectNode given, ObjectNode made, int depth) throws NotUsable {
        Set<String> dropped = new HashSet<>();
        if (given.path("properties").isObject()) {
            ObjectNode properties = made.putObject("properties");
            for (Map.Entry<String, JsonNode> property : given.path("properties").properties()) {
                if (absent(property.getValue())) {
                    dropped.add(property.getKey());
                } else {
                    properties.set(property.getKey(), schema(property.getValue(), depth + 1));
                }
            }
        }
        if (given.path("required").isArray() && !given.path("required").isEmpty()) {
            ArrayNode required = made.putArray("required");
            for (JsonNode name : given.path("required")) {
                if (!dropped.contains(name.asText())) {
                    required.add(name);
                }
            }
        }
        JsonNode additional = given.path("additionalProperties");
        // A service may answer more than it described; that is no reason to withhold the answer.
        if (additional.isObject() || (additional.isBoolean() && direction == Direction.REQUEST)) {
            made.set("additionalProperties", additional.isBoolean() ? additional : schema(additional, depth + 1));
        }
    }

    private boolean absent(JsonNode property) throws NotUsable {
        return references.resolve(property).path(direction.absent).asBoolean(false) || property.path(direction.absent).asBoolean(false);
    }

    private void lists(ObjectNode given, ObjectNode made, int depth) throws NotUsable {
        if (given.path("prefixItems").isArray() && !given.path("prefixItems").isEmpty()) {
            ArrayNode first = made.putArray("prefixItems");
            for (JsonNode item : given.path("prefixItems")) {
                first.add(schema(item, depth + 1));
            }
        }
        if (given.has("items")) {
            made.set("items", schema(given.path("items"), depth + 1));
        }
    }

    /** OpenAPI 3.0: a flag, where JSON Schema has the type null. */
    private static ObjectNode nullable(ObjectNode given, ObjectNode made) {
        if (!given.path("nullable").asBoolean(false)) {
            return made;
        }
        if (made.path("type").isTextual() && !made.has("allOf") && !made.has("oneOf") && !made.has("anyOf")) {
            String type = made.path("type").textValue();
            made.putArray("type").add(type).add("null");
            if (made.path("enum") instanceof ArrayNode values && values.valueStream().noneMatch(JsonNode::isNull)) {
                values.addNull();
            }
            return made;
        }
        ObjectNode either = Json.object();
        ArrayNode choices = either.putArray("anyOf");
        choices.add(made);
        choices.addObject().put("type", "null");
        return either;
    }
}
