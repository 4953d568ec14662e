package org.gatehouse.catalog.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** The OpenAPI description of a service, read from a text. Nothing that it refers to is ever fetched. */
public final class Description {
    /** The longest text that is read. */
    public static final int LONGEST = 1_000_000;

    private static final int MOST_OPERATIONS = 1_000;
    private static final int LONGEST_TITLE = 200;

    private final String text;
    private final ObjectNode root;
    private final List<DescribedOperation> operations;

    private Description(String text, ObjectNode root) {
        this.text = text;
        this.root = root;
        this.operations = read(root);
    }

    /**
     * Reads a description.
     *
     * @throws ProblemException invalid arguments if it is none, with what is wrong
     */
    public static Description read(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw refused("give the OpenAPI description of the service as text");
        }
        if (text.length() > LONGEST) {
            throw refused("the description is longer than " + LONGEST + " characters; leave out what will not be offered");
        }
        ObjectNode root = root(text);
        String version = root.path("openapi").asText("");
        if (!version.startsWith("3.0.") && !version.startsWith("3.1.")) {
            throw refused("the member openapi must say 3.0 or 3.1; for other versions convert the description first");
        }
        if (!root.path("paths").isObject()) {
            throw refused("the description has no paths");
        }
        return new Description(text, root);
    }

    /** The description that a text is; empty if it is none. */
    public static Optional<Description> readable(String text) {
        try {
            return Optional.of(read(text));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private static ObjectNode root(String text) {
        if ((text.stripLeading().startsWith("{") ? json(text) : yaml(text)) instanceof ObjectNode object) {
            return object;
        }
        throw refused("the description must be one object, in JSON or YAML");
    }

    private static JsonNode json(String text) {
        try {
            return Json.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw refused("the description is not JSON, or it names something twice or is nested deeper than " + Json.MAX_DEPTH + " levels");
        }
    }

    private static JsonNode yaml(String text) {
        try {
            return YamlText.read(text);
        } catch (NotUsable e) {
            throw refused(e.reason());
        }
    }

    private static ProblemException refused(String message) {
        return Violations.one("/description", message);
    }

    /** The text that was read. */
    public String text() {
        return text;
    }

    /** What the service calls itself. */
    public String title() {
        return Texts.cut(root.path("info").path("title").asText(""), LONGEST_TITLE);
    }

    /** The version that the service gives itself. */
    public String version() {
        return Texts.cut(root.path("info").path("version").asText(""), LONGEST_TITLE);
    }

    /** Where the service says that it is; only a proposal for the administrator. */
    public Optional<String> server() {
        return Optional.ofNullable(root.path("servers").path(0).path("url").textValue()).filter(url -> url.startsWith("http"));
    }

    /** All operations, in the order of the text. */
    public List<DescribedOperation> operations() {
        return operations;
    }

    /** The operation of this key. */
    public Optional<DescribedOperation> find(String key) {
        return operations.stream().filter(operation -> operation.key().equals(key)).findFirst();
    }

    private static List<DescribedOperation> read(ObjectNode root) {
        References references = new References(root);
        List<Place> places = places(root, references);
        if (places.size() > MOST_OPERATIONS) {
            throw refused("the description has more than " + MOST_OPERATIONS + " operations; leave out what will not be offered");
        }
        Set<String> taken = new HashSet<>();
        Set<String> twice = new HashSet<>();
        for (Place place : places) {
            String name = OperationName.of(place.key(), place.operation());
            if (!taken.add(name)) {
                twice.add(name);
            }
        }
        return places.stream().map(place -> {
            String name = OperationName.of(place.key(), place.operation());
            return new OperationReader(references, place).read(twice.contains(name) ? OperationName.distinct(name, place.key()) : name);
        }).toList();
    }

    private static List<Place> places(ObjectNode root, References references) {
        List<Place> places = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
            JsonNode item;
            try {
                item = references.resolve(path.getValue());
            } catch (NotUsable e) {
                throw refused("the path " + Texts.cut(path.getKey(), 120) + ": " + e.reason());
            }
            for (HttpMethod method : HttpMethod.values()) {
                if (item.path(method.member()) instanceof ObjectNode operation) {
                    places.add(new Place(method, path.getKey(), item, operation));
                }
            }
        }
        return places;
    }

    /** An operation where the text has it. */
    record Place(HttpMethod method, String path, JsonNode item, ObjectNode operation) {
        String key() {
            return method + " " + path;
        }
    }
}
