package org.gatehouse.catalog.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gatehouse.catalog.JsonSchema;
import org.gatehouse.catalog.custom.DocumentLint;
import org.gatehouse.catalog.openapi.Description.Place;
import org.gatehouse.catalog.openapi.OperationParameter.Location;
import org.gatehouse.catalog.openapi.SchemaConversion.Direction;
import org.gatehouse.platform.json.Json;

/** Reads one operation into what a tool needs. */
final class OperationReader {
    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_DESCRIPTION = 4_000;
    private static final int SHORT = 20;

    /** RFC 3986 section 3.3, without percent-encoding, which is a second way of writing the same path. */
    private static final Pattern PATH = Pattern.compile("(/([A-Za-z0-9._~!$&'()*+,;=:@-]|\\{[^{}/?#]+})*)+");

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]+)}");

    private final References references;
    private final Place place;
    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    OperationReader(References references, Place place) {
        this.references = references;
        this.place = place;
    }

    DescribedOperation read(String name) {
        try {
            Operation operation = operation(name);
            return new DescribedOperation(place.key(), problems.isEmpty() ? operation : null, problems, warnings);
        } catch (NotUsable e) {
            problems.add(e.reason());
            return new DescribedOperation(place.key(), null, problems, warnings);
        }
    }

    private Operation operation(String name) throws NotUsable {
        SchemaConversion schemas = new SchemaConversion(references, Direction.REQUEST);
        ObjectNode input = Json.object().put("type", "object");
        ObjectNode properties = input.putObject("properties");
        Set<String> required = new LinkedHashSet<>();
        ParameterReader reader = new ParameterReader(references, schemas, problems, warnings);
        reader.read(place.item(), place.operation(), properties, required);
        path(reader.parameters);
        boolean body = body(schemas, properties, required);
        if (!required.isEmpty()) {
            ArrayNode names = input.putArray("required");
            required.forEach(names::add);
        }
        input.put("additionalProperties", false);
        schemas.addDefinitions(input);
        Optional<Answer> answer = answer();
        String title = text("summary").map(text -> Texts.cut(text, LONGEST_TITLE)).orElse(name);
        Operation operation = new Operation(
                place.key(), name, title, description(title), place.method(), place.path(), reader.parameters, body, input,
                answer.map(Answer::schema).orElse(null), answer.filter(Answer::list).isPresent());
        check(operation);
        return operation;
    }

    /** A path as it will be sent, with a parameter for each variable. */
    private void path(List<OperationParameter> parameters) throws NotUsable {
        if (!PATH.matcher(place.path()).matches() || List.of(place.path().split("/")).stream().anyMatch(segment -> segment.equals(".") || segment.equals(".."))) {
            throw new NotUsable("its path is not one that can be sent as it stands");
        }
        Set<String> described = parameters.stream().filter(it -> it.location() == Location.PATH).map(OperationParameter::name).collect(Collectors.toSet());
        Matcher variable = VARIABLE.matcher(place.path());
        while (variable.find()) {
            if (!described.contains(variable.group(1)) && problems.isEmpty()) {
                throw new NotUsable("its path has the variable '" + variable.group(1) + "', which no parameter describes");
            }
        }
    }

    private boolean body(SchemaConversion schemas, ObjectNode properties, Set<String> required) throws NotUsable {
        if (!place.operation().has("requestBody")) {
            return false;
        }
        JsonNode body = references.resolve(place.operation().path("requestBody"));
        boolean needed = body.path("required").asBoolean(false);
        Optional<JsonNode> json = json(body);
        String complaint = !place.method().hasBody() ? place.method() + " requests are sent without a body" : json.isEmpty() ? "its body is not JSON; only application/json is sent" : "";
        if (!complaint.isEmpty()) {
            (needed ? problems : warnings).add(needed ? complaint : complaint + "; it is left out");
            return false;
        }
        ObjectNode schema = json.orElseThrow().has("schema") ? schemas.convert(json.orElseThrow().path("schema")) : Json.object();
        if (!schema.has("description") && body.path("description").isTextual()) {
            schema.put("description", Texts.cut(body.path("description").textValue(), 1_000));
        }
        properties.set(Operation.BODY, schema);
        if (needed) {
            required.add(Operation.BODY);
        }
        return true;
    }

    /** What a structured answer is; only where every success has the same JSON, because clients hold a tool to what it promises. */
    private Optional<Answer> answer() {
        List<JsonNode> schemas = new ArrayList<>();
        try {
            for (var response : place.operation().path("responses").properties()) {
                if (response.getKey().startsWith("2")) {
                    JsonNode resolved = references.resolve(response.getValue());
                    if (resolved.path("content").size() > 1) {
                        return Optional.empty();
                    }
                    schemas.add(json(resolved).map(content -> content.path("schema")).orElse(Json.object().path("none")));
                }
            }
            boolean same = !schemas.isEmpty() && schemas.stream().distinct().count() == 1 && schemas.getFirst().isObject();
            return same && place.method() != HttpMethod.HEAD ? answer(schemas.getFirst()) : Optional.empty();
        } catch (NotUsable e) {
            warnings.add("answers are given as text: " + e.reason());
            return Optional.empty();
        }
    }

    private Optional<Answer> answer(JsonNode schema) throws NotUsable {
        SchemaConversion schemas = new SchemaConversion(references, Direction.RESPONSE);
        ObjectNode converted = schemas.convert(schema);
        Texts.requireVisible(converted);
        String type = references.resolve(schema).path("type").asText("");
        if (type.equals("array")) {
            ObjectNode list = Json.object().put("type", "object");
            list.putObject("properties").set(Operation.ITEMS, converted);
            list.putArray("required").add(Operation.ITEMS);
            converted = list;
        } else if (!converted.path("type").asText("").equals("object")) {
            // MCP, server/tools: the root of an output schema is an object, by its own word.
            return Optional.empty();
        }
        schemas.addDefinitions(converted);
        compile(converted, "its answers have a schema that is none");
        return Optional.of(new Answer(converted, type.equals("array")));
    }

    private static Optional<JsonNode> json(JsonNode owner) {
        return owner.path("content").properties().stream().filter(entry -> MediaTypes.isJson(entry.getKey())).map(entry -> entry.getValue()).findFirst();
    }

    private Optional<String> text(String member) {
        return Optional.ofNullable(place.operation().path(member).textValue()).map(String::strip).filter(text -> !text.isEmpty());
    }

    private String description(String title) {
        String description = text("description").orElse(title);
        if (description.length() < SHORT) {
            warnings.add("a description of a few words tells a model too little; the document of a server can give it a better one");
        }
        if (DocumentLint.steers(description)) {
            warnings.add("its description steers the model; say what the operation does instead");
        }
        if (place.operation().path("deprecated").asBoolean(false)) {
            warnings.add("the service says that it is deprecated");
        }
        return Texts.cut(description, LONGEST_DESCRIPTION);
    }

    private void check(Operation operation) throws NotUsable {
        Texts.requireVisible(operation.title());
        Texts.requireVisible(operation.description());
        Texts.requireVisible(operation.inputSchema());
        compile(operation.inputSchema(), "its parameters or its body have a schema that is none");
    }

    private static void compile(ObjectNode schema, String complaint) throws NotUsable {
        try {
            JsonSchema.compile(schema);
        } catch (RuntimeException e) {
            throw new NotUsable(complaint);
        }
    }

    private record Answer(ObjectNode schema, boolean list) {}
}
