package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.gatehouse.catalog.JsonSchema;
import org.gatehouse.catalog.dialogue.InputRequest;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** Questions to clients as MCP writes them, and whether an answer fits its question. The schemas of both are those of MCP, client features. */
final class InputAnswers {
    private static final Set<String> ACTIONS = Set.of("accept", "decline", "cancel");

    private InputAnswers() {}

    static String method(InputRequest question) {
        return switch (question) {
            case InputRequest.Form form -> "elicitation/create";
            case InputRequest.Page page -> "elicitation/create";
            case InputRequest.Sampling sampling -> "sampling/createMessage";
            case InputRequest.Roots roots -> "roots/list";
        };
    }

    static ObjectNode params(InputRequest question) {
        return switch (question) {
            case InputRequest.Form(var message, var schema) -> {
                ObjectNode params = Json.object().put("mode", "form").put("message", message);
                params.set("requestedSchema", schema);
                yield params;
            }
            case InputRequest.Page(var message, var url) -> Json.object().put("mode", "url").put("message", message).put("url", url);
            case InputRequest.Sampling(var params) -> params;
            case InputRequest.Roots() -> Json.object();
        };
    }

    /** The answer, if it is one to the question; otherwise invalid input. */
    static JsonNode checked(String name, InputRequest question, JsonNode answer) {
        boolean fits = switch (question) {
            case InputRequest.Form(var message, var schema) -> acts(answer) && (!accepted(answer) || fits(schema, answer.path("content")));
            case InputRequest.Page page -> acts(answer);
            case InputRequest.Sampling sampling -> answer.path("role").isTextual() && answer.path("content").isContainerNode();
            case InputRequest.Roots roots -> answer.path("roots").isArray();
        };
        if (!fits) {
            throw new ProblemException(new Problem.InvalidInput("The answer under '" + name + "' does not fit what was asked."));
        }
        return answer;
    }

    private static boolean acts(JsonNode answer) {
        return answer.path("action").isTextual() && ACTIONS.contains(answer.path("action").textValue());
    }

    private static boolean accepted(JsonNode answer) {
        return "accept".equals(answer.path("action").textValue());
    }

    private static boolean fits(ObjectNode schema, JsonNode content) {
        return content.isObject() && JsonSchema.compile(schema).violations(content).isEmpty();
    }
}
