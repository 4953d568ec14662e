package org.gatehouse.catalog.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gatehouse.catalog.openapi.OperationParameter.Location;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of an operation into arguments of a tool. */
final class ParameterReader {
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,60}");
    private static final int LONGEST_ARGUMENT = 64;

    /** Request headers that say something about the resource and nothing about the caller or the way (RFC 9110 section 13, RFC 7240). */
    private static final Set<String> HEADERS = Set.of(
            "if-match", "if-none-match", "if-modified-since", "if-unmodified-since", "accept-language", "prefer", "idempotency-key");

    /** By these, proxies and frameworks are told another method, address, path or person than the request's own. */
    private static final Pattern REWRITING = Pattern.compile(
            "x-(forwarded|http-method|method-override|original|rewrite|real-ip|client|remote|cluster|envoy|amz|ms|goog|auth|user|authenticated|ssl|tls|webauth|"
                    + "proxy|host|true|override|sendfile|accel|jwt|token|api-key|csrf|xsrf|url|uri|path|request-uri|wap|arr).*");

    /** OpenAPI 3, Parameter Object: parameters of these names are to be ignored; they are described elsewhere. */
    private static final Set<String> IGNORED = Set.of("accept", "content-type", "authorization");

    private final References references;
    private final SchemaConversion schemas;
    private final List<String> problems;
    private final List<String> warnings;

    /** What was read, with each argument's schema. */
    final List<OperationParameter> parameters = new ArrayList<>();

    ParameterReader(References references, SchemaConversion schemas, List<String> problems, List<String> warnings) {
        this.references = references;
        this.schemas = schemas;
        this.problems = problems;
        this.warnings = warnings;
    }

    /** Reads those of the path and of the operation, which win, and describes the arguments. */
    void read(JsonNode item, JsonNode operation, ObjectNode properties, Set<String> required) throws NotUsable {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        for (JsonNode level : List.of(item, operation)) {
            for (JsonNode given : level.path("parameters")) {
                JsonNode parameter = references.resolve(given);
                all.put(parameter.path("in").asText() + " " + parameter.path("name").asText(), parameter);
            }
        }
        for (JsonNode parameter : all.values()) {
            read(parameter, properties, required);
        }
    }

    private void read(JsonNode parameter, ObjectNode properties, Set<String> required) throws NotUsable {
        String name = parameter.path("name").asText("");
        String place = parameter.path("in").asText("");
        boolean needed = place.equals("path") || parameter.path("required").asBoolean(false);
        if (place.equals("header") && IGNORED.contains(name.toLowerCase(Locale.ROOT))) {
            return;
        }
        String complaint = complaint(parameter, name, place);
        if (complaint != null) {
            String told = "the " + Texts.cut(place, 20) + " parameter '" + Texts.cut(name, 60) + "' " + complaint;
            (needed ? problems : warnings).add(needed ? told : told + "; it is left out");
            return;
        }
        Location location = Location.valueOf(place.toUpperCase(Locale.ROOT));
        String argument = argument(name, place, properties);
        ObjectNode schema = schemas.convert(parameter.path("schema"));
        if (parameter.path("description").isTextual()) {
            schema.put("description", Texts.cut(parameter.path("description").textValue(), 1_000));
        }
        properties.set(argument, schema);
        if (needed) {
            required.add(argument);
        }
        // OpenAPI 3, Parameter Object: form explodes unless it says otherwise, every other style does not.
        parameters.add(new OperationParameter(argument, name, location, location == Location.QUERY && parameter.path("explode").asBoolean(true)));
    }

    /** Why a parameter cannot be sent; null if it can. */
    private @Nullable String complaint(JsonNode parameter, String name, String place) throws NotUsable {
        if (!Set.of("path", "query", "header").contains(place)) {
            return "is not in the path, the query or a header";
        }
        if (name.isEmpty()) {
            return "has no name";
        }
        if (place.equals("header") && !sendable(name)) {
            return "is a header that tools may not set";
        }
        String usual = place.equals("query") ? "form" : "simple";
        String style = parameter.path("style").asText(usual);
        if (!style.equals(usual)) {
            return "has the style " + Texts.cut(style, 30) + "; only " + usual + " is supported there";
        }
        if (!parameter.has("schema")) {
            return "has no schema; parameters with content are not supported";
        }
        return isObject(parameter.path("schema"), 0) ? "is an object; only single values and lists of them are supported" : null;
    }

    private boolean isObject(JsonNode schema, int depth) throws NotUsable {
        JsonNode resolved = references.resolve(schema);
        boolean itself = resolved.path("type").asText("").equals("object") || resolved.has("properties");
        boolean element = depth == 0 && resolved.has("items") && isObject(resolved.path("items"), 1);
        return itself || element || (depth > 0 && resolved.path("type").asText("").equals("array"));
    }

    static boolean sendable(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return HEADER.matcher(header).matches() && (HEADERS.contains(name) || (name.startsWith("x-") && !REWRITING.matcher(name).matches()));
    }

    /** A name that every client takes; the place before it if the plain one is taken. */
    private static String argument(String name, String place, ObjectNode properties) throws NotUsable {
        String fit = name.replaceAll("[^A-Za-z0-9_-]+", "_").replaceAll("^_+|_+$", "");
        for (String candidate : List.of(fit, place + "_" + fit)) {
            if (!candidate.isEmpty() && candidate.length() <= LONGEST_ARGUMENT && !candidate.equals(Operation.BODY) && !properties.has(candidate)) {
                return candidate;
            }
        }
        throw new NotUsable("no name for an argument can be made of the parameter '" + Texts.cut(name, 60) + "'");
    }
}
