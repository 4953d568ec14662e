package org.gatehouse.catalog.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gatehouse.catalog.openapi.Operation;
import org.gatehouse.catalog.openapi.OperationParameter;
import org.gatehouse.catalog.openapi.OperationParameter.Location;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.Problem.Violation;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Makes a request of an operation and a call's arguments. A value stays the value of its own parameter, whatever is in it. */
final class RequestWriter {
    private static final int LONGEST_URL = 8_000;
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]+)}");

    /** What may stand in a header's value (RFC 9110 section 5.5) and reads the same everywhere. */
    private static final Pattern HEADER_VALUE = Pattern.compile("[!-~]([ -~]*[!-~])?");

    /** A server or proxy that decodes a path too early or twice takes these for its own (RFC 3986 section 3.3, and {@code ;} of RFC 2396). */
    private static final Pattern PATH_VALUE = Pattern.compile("[^/\\\\;?#%\\p{Cntrl}]+");

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private final ServiceUrl service;
    private final Operation operation;

    RequestWriter(ServiceUrl service, Operation operation) {
        this.service = service;
        this.operation = operation;
    }

    /**
     * The request.
     *
     * @param arguments valid against the operation's input schema
     * @throws ProblemException invalid arguments for a value that cannot be sent as what it is
     */
    UpstreamRequest write(ObjectNode arguments) {
        String path = path(arguments);
        String query = query(arguments);
        if (path.length() + query.length() > LONGEST_URL) {
            throw refused("", "together the values are too long for the address of a request");
        }
        Optional<String> body = operation.body() && arguments.has(Operation.BODY) ? Optional.of(Json.text(arguments.get(Operation.BODY))) : Optional.empty();
        return new UpstreamRequest(operation.method(), service.resolve(path + query), headers(arguments), body);
    }

    private String path(ObjectNode arguments) {
        StringBuilder path = new StringBuilder();
        for (String segment : operation.path().substring(1).split("/", -1)) {
            path.append('/').append(segment(segment, arguments));
        }
        return path.toString();
    }

    /** RFC 3986 section 5.2.4: whoever normalizes the path takes a segment of dots for a step up, encoded or not. */
    private String segment(String template, ObjectNode arguments) {
        StringBuilder encoded = new StringBuilder();
        StringBuilder plain = new StringBuilder();
        Matcher variable = VARIABLE.matcher(template);
        int end = 0;
        String last = "";
        while (variable.find()) {
            OperationParameter parameter = parameter(variable.group(1));
            List<String> values = values(arguments.path(parameter.argument()), parameter);
            if (values.isEmpty() || !values.stream().allMatch(value -> PATH_VALUE.matcher(value).matches())) {
                throw refused(
                        "/" + parameter.argument(), "a value in the path of a request is not empty and has none of the characters / \\ ; ? # % and no control character");
            }
            String literal = template.substring(end, variable.start());
            encoded.append(literal).append(values.stream().map(RequestWriter::encoded).collect(Collectors.joining(",")));
            plain.append(literal).append(String.join(",", values));
            end = variable.end();
            last = parameter.argument();
        }
        encoded.append(template.substring(end));
        plain.append(template.substring(end));
        if (plain.toString().equals(".") || plain.toString().equals("..")) {
            throw refused("/" + last, "a value of dots only would change the path");
        }
        return encoded.toString();
    }

    private OperationParameter parameter(String name) {
        return operation.parameters().stream()
                .filter(it -> it.location() == Location.PATH && it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The path has a variable that no parameter describes: " + name));
    }

    private String query(ObjectNode arguments) {
        List<String> pairs = new ArrayList<>();
        for (OperationParameter parameter : given(arguments, Location.QUERY)) {
            List<String> values = values(arguments.path(parameter.argument()), parameter).stream().map(RequestWriter::encoded).toList();
            String name = encoded(parameter.name()) + "=";
            if (parameter.explode()) {
                values.forEach(value -> pairs.add(name + value));
            } else {
                pairs.add(name + String.join(",", values));
            }
        }
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private Map<String, String> headers(ObjectNode arguments) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (OperationParameter parameter : given(arguments, Location.HEADER)) {
            String value = String.join(",", values(arguments.path(parameter.argument()), parameter));
            if (!HEADER_VALUE.matcher(value).matches()) {
                throw refused("/" + parameter.argument(), "a header's value is of visible ASCII characters, with blanks only between them");
            }
            headers.put(parameter.name(), value);
        }
        return headers;
    }

    private List<OperationParameter> given(ObjectNode arguments, Location location) {
        return operation.parameters().stream().filter(it -> it.location() == location && arguments.has(it.argument())).toList();
    }

    private static List<String> values(JsonNode value, OperationParameter parameter) {
        if (value.isArray()) {
            return value.valueStream().map(element -> text(element, parameter)).toList();
        }
        return List.of(text(value, parameter));
    }

    private static String text(@Nullable JsonNode value, OperationParameter parameter) {
        if (value == null || value.isContainerNode() || value.isNull() || value.isMissingNode()) {
            throw refused("/" + parameter.argument(), "this is a text, a number, true or false, or a list of such");
        }
        return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
    }

    /** Everything but unreserved characters is percent-encoded, as UTF-8 (RFC 3986 section 2). */
    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            if (UNRESERVED.indexOf(character) >= 0) {
                encoded.append(character);
            } else {
                encoded.append('%').append(Character.toUpperCase(Character.forDigit(character >> 4, 16))).append(Character.toUpperCase(Character.forDigit(character & 0xF, 16)));
            }
        }
        return encoded.toString();
    }

    private static ProblemException refused(String place, String message) {
        return new ProblemException(new Problem.InvalidArguments("The arguments cannot be sent to the service.", List.of(new Violation(place, message))));
    }
}
