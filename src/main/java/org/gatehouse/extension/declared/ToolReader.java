package org.gatehouse.extension.declared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.catalog.Tier;
import org.gatehouse.catalog.ToolAnnotations;
import org.gatehouse.catalog.ToolDefinition;
import org.gatehouse.extension.ToolResponse;
import org.gatehouse.extension.declared.Contributed.Answer;
import org.gatehouse.extension.declared.Marked.Kind;
import org.gatehouse.platform.json.Json;
import org.jspecify.annotations.Nullable;

/** Reads a method that is a tool. */
final class ToolReader extends MethodReader {
    private final List<Argument> arguments = new ArrayList<>();

    ToolReader(Method method, Marked mark) {
        super(method, mark);
    }

    Contributed.Tool read() {
        Answer answer = answer(method().getReturnType());
        ToolAnnotations hints = hints();
        ToolDefinition definition =
                new ToolDefinition(name(), title(), requiredDescription(), input(), output(answer), hints, tier(hints), icons());
        return new Contributed.Tool(definition, answer, method(), arguments);
    }

    /** What is not said is what asks for most care. */
    private ToolAnnotations hints() {
        Optional<Marked> hints = mark().nested("annotations");
        boolean readOnly = hints.map(it -> it.flag("readOnlyHint", false)).orElse(false);
        return new ToolAnnotations(
                readOnly, !readOnly && hints.map(it -> it.flag("destructiveHint", true)).orElse(true),
                readOnly || hints.map(it -> it.flag("idempotentHint", false)).orElse(false), hints.map(it -> it.flag("openWorldHint", true)).orElse(true));
    }

    private Tier tier(ToolAnnotations hints) {
        boolean deletes = mark().flag("deletesRecords", false);
        if (deletes && hints.readOnly()) {
            throw new Unusable("a tool cannot only read and delete records; take readOnlyHint or deletesRecords away");
        }
        return deletes ? Tier.DELETE : hints.readOnly() ? Tier.READ : Tier.WRITE;
    }

    private ObjectNode input() {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = Json.object().putArray("required");
        for (Parameter parameter : method().getParameters()) {
            if (handedIn(parameter)) {
                arguments.add(Argument.handedIn(parameter.getType()));
                continue;
            }
            Optional<Marked> described = Marked.find(parameter, Kind.TOOL_ARGUMENT);
            String name = name(parameter, described);
            ObjectNode property = property(parameter);
            described.map(it -> seen(it.text("description"))).filter(text -> !text.isEmpty()).ifPresent(text -> property.put("description", text));
            JsonNode otherwise = otherwise(parameter, described, property.path("type").asText().equals("string"));
            if (!otherwise.isMissingNode()) {
                property.set("default", otherwise);
            }
            if (properties.has(name)) {
                throw new Unusable("two of its arguments are named '" + name + "'");
            }
            properties.set(name, property);
            if (!optional(parameter, described)) {
                required.add(name);
            }
            arguments.add(new Argument(name, parameter.getParameterizedType(), false, otherwise));
        }
        schema.set("required", required);
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode property(Parameter parameter) {
        try {
            return JavaSchema.ofArguments().of(parameter.getAnnotatedType(), parameter);
        } catch (Unusable e) {
            throw new Unusable("parameter " + parameter.getName() + ": " + e.getMessage());
        }
    }

    private static Answer answer(Class<?> type) {
        if (type == void.class || type == Void.class || CharSequence.class.isAssignableFrom(type)) {
            return Answer.TEXT;
        }
        if (type == ToolResponse.class) {
            return Answer.RESPONSE;
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? Answer.OBJECT : Answer.VALUE;
    }

    private @Nullable ObjectNode output(Answer answer) {
        if (answer == Answer.TEXT || answer == Answer.RESPONSE) {
            return null;
        }
        AnnotatedType type = method().getAnnotatedReturnType();
        ObjectNode schema;
        try {
            schema = JavaSchema.ofResults().of(type, method());
        } catch (Unusable e) {
            throw new Unusable("its result: " + e.getMessage());
        }
        if (answer == Answer.OBJECT) {
            return schema;
        }
        ObjectNode wrapped = Json.object().put("type", "object");
        wrapped.putObject("properties").set("result", schema);
        if (!JavaSchema.optional(type, method())) {
            wrapped.putArray("required").add("result");
        }
        return wrapped;
    }
}
