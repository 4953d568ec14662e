package org.gatehouse.catalog.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ContentType;
import org.gatehouse.audit.AuditDraft;
import org.gatehouse.catalog.JsonSchema;
import org.gatehouse.catalog.ToolResult;
import org.gatehouse.catalog.content.Content;
import org.gatehouse.catalog.custom.HiddenText;
import org.gatehouse.catalog.openapi.MediaTypes;
import org.gatehouse.catalog.openapi.Operation;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem.Violation;
import org.jspecify.annotations.Nullable;

/** Makes a tool's result of a service's answer, and notes in the event how the service answered if it did not do what was asked. */
final class AnswerReader {
    private static final int LONGEST_MESSAGE = 500;
    private static final int BAD_GATEWAY = 502;
    private static final int SERVER_ERROR = 500;

    /** Where services put what went wrong: RFC 9457, and what many use. */
    private static final List<String> MESSAGES = List.of("detail", "message", "error_description", "title", "error");

    private final Operation operation;
    private final @Nullable JsonSchema output;

    AnswerReader(Operation operation) {
        this.operation = operation;
        this.output = operation.outputSchema() == null ? null : JsonSchema.compile(operation.outputSchema());
    }

    ToolResult read(UpstreamAnswer answer, AuditDraft audit) {
        return answer.succeeded() ? succeeded(answer, audit) : refused(answer, audit);
    }

    /** A failure before there was an answer. */
    ToolResult failed(NoAnswer failure, AuditDraft audit) {
        return failure(audit, failure.status(), "SERVICE_UNAVAILABLE", failure.reason());
    }

    private ToolResult succeeded(UpstreamAnswer answer, AuditDraft audit) {
        if (answer.body().length == 0) {
            String said = "The service answered with status " + answer.status() + " and no content.";
            return output == null ? ToolResult.of(new Content.Text(said)) : unexpected(answer, audit, said);
        }
        if (!MediaTypes.isJson(answer.contentType())) {
            return output == null ? ToolResult.of(new Content.Text(text(answer))) : unexpected(answer, audit, "It is not JSON. " + text(answer));
        }
        try {
            JsonNode json = Json.read(answer.body());
            return output == null ? ToolResult.of(new Content.Text(Json.text(json))) : structured(json, answer, audit, output);
        } catch (IOException e) {
            return failure(audit, BAD_GATEWAY, "SERVICE_ANSWER_UNREADABLE", "The service answered with status " + answer.status() + ", and its JSON cannot be read.");
        }
    }

    private ToolResult structured(JsonNode json, UpstreamAnswer answer, AuditDraft audit, JsonSchema schema) {
        JsonNode whole = operation.list() ? Json.object().set(Operation.ITEMS, json) : json;
        List<Violation> violations = schema.violations(whole);
        if (violations.isEmpty()) {
            return new ToolResult(whole, Json.text(whole));
        }
        Violation first = violations.getFirst();
        return unexpected(answer, audit, "At '" + first.location() + "': " + cleaned(first.message()) + ". The answer was: " + Json.text(json));
    }

    /** MCP, server/tools: a tool with an output schema answers in it or fails; clients check that. So the answer is given as text of a failure that says what it is. */
    private static ToolResult unexpected(UpstreamAnswer answer, AuditDraft audit, String what) {
        return failure(
                audit, BAD_GATEWAY, "SERVICE_ANSWER_UNEXPECTED",
                "The service did what was asked (status " + answer.status() + "), but its answer does not fit its description. " + what);
    }

    private static ToolResult refused(UpstreamAnswer answer, AuditDraft audit) {
        if (answer.status() / 100 == 3) {
            return failure(audit, BAD_GATEWAY, "SERVICE_REDIRECTS", "The service answered with a redirect (status " + answer.status() + "), which is not followed.");
        }
        String message = message(answer).map(text -> " It says: " + text).orElse("");
        String told = "The service answered with status " + answer.status() + "." + message;
        if (answer.status() < SERVER_ERROR) {
            audit.refused(answer.status(), "SERVICE_REFUSED");
            return result("SERVICE_REFUSED", told);
        }
        return failure(audit, BAD_GATEWAY, "SERVICE_FAILED", told);
    }

    private static ToolResult failure(AuditDraft audit, int status, String code, String message) {
        audit.failed(status, code);
        return result(code, message);
    }

    /** In the shape of every other refusal. */
    private static ToolResult result(String code, String message) {
        ObjectNode error = Json.object().put("errorCode", code).put("message", message);
        return ToolResult.failure(Json.text(List.of(error)));
    }

    private static Optional<String> message(UpstreamAnswer answer) {
        Stream<String> said = Stream.of(text(answer));
        if (MediaTypes.isJson(answer.contentType())) {
            try {
                JsonNode json = Json.read(answer.body());
                said = MESSAGES.stream().map(member -> json.path(member).textValue()).filter(Objects::nonNull);
            } catch (IOException e) {
                said = Stream.empty();
            }
        }
        return said.map(AnswerReader::cleaned).filter(text -> !text.isBlank()).findFirst();
    }

    /** Bounded, on one line, and without characters that nobody sees. */
    private static String cleaned(String text) {
        StringBuilder cleaned = new StringBuilder();
        text.codePoints().limit(LONGEST_MESSAGE * 2L).filter(it -> !HiddenText.in(Character.toString(it))).limit(LONGEST_MESSAGE).forEach(cleaned::appendCodePoint);
        return cleaned.toString().replaceAll("\\s+", " ").strip();
    }

    private static String text(UpstreamAnswer answer) {
        ContentType type = ContentType.parseLenient(answer.contentType());
        Charset charset = type == null || type.getCharset() == null ? StandardCharsets.UTF_8 : type.getCharset();
        return new String(answer.body(), charset);
    }
}
