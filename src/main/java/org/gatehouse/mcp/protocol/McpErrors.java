package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.gatehouse.catalog.limit.Spent;
import org.gatehouse.oauth.bearer.BearerChallenge;
import org.gatehouse.oauth.token.ProtectedResource;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem.Violation;
import org.gatehouse.platform.problem.Problem;

/** What MCP answers to each kind of problem; the same in both eras. */
@Singleton
class McpErrors {
    private final BearerChallenge challenge;

    @Inject
    McpErrors(BearerChallenge challenge) {
        this.challenge = challenge;
    }

    /** The answer to a problem with what was asked for. */
    McpReply reply(Problem problem, String serverName, Inbound inbound) {
        McpReply reply = reply(problem, serverName, inbound.era());
        // Only a tool has results with isError; for everything else the same is a protocol error.
        return reply instanceof McpReply.Failed(var errors) && !(inbound.request() instanceof McpRequest.CallTool)
                ? McpReply.Refused.of(200, JsonRpcError.INVALID_PARAMS, told(errors))
                : reply;
    }

    private static String told(ArrayNode errors) {
        return StreamSupport.stream(errors.spliterator(), false)
                .map(error -> error.path("message").asText() + (error.has("location") ? " (" + error.path("location").asText() + ")" : ""))
                .collect(Collectors.joining("; "));
    }

    private McpReply reply(Problem problem, String serverName, Era era) {
        return switch (problem) {
            // MCP, tools, error handling: what a model can mend is a result with isError, which the model gets to read.
            case Problem.InvalidQuery(var error, var message, var line, var column) -> failed(
                    problem.code(), message, "line " + line + ", column " + column);
            case Problem.InvalidArguments(var message, var violations) -> failed(problem.code(), message, violations);
            case Problem.LimitExceeded(var message) -> failed(problem.code(), message);
            case Problem.BudgetSpent spent -> budgetSpent(spent);
            case Problem.ToolFailed(var message) -> failed(problem.code(), message);
            case Problem.InsufficientAccess(var message) -> failed(problem.code(), message);
            case Problem.ApprovalNeeded(var message, var url) -> failed(problem.code(), message, url);
            case Problem.ClientUnresponsive(var message) -> failed(problem.code(), message);
            case Problem.MissingClientCapability(var capability, var message) -> era.missingCapability(capability, message)
                    .<McpReply>map(refused -> refused)
                    .orElseGet(() -> failed(problem.code(), message));
            case Problem.InvalidInput(var message) -> McpReply.Refused.of(200, JsonRpcError.INVALID_PARAMS, message);
            // Who has cancelled waits for nothing (MCP, basic/utilities/cancellation).
            case Problem.Cancelled cancelled -> new McpReply.Accepted();
            case Problem.Conflict(var message) -> failed(problem.code(), message);
            case Problem.RefusedWrite(var error, var message, var fields) -> refusedWrite(error.name(), message, fields);
            case Problem.NotFound(var thing, var name, var message) -> notFound(thing, name, message, era);
            // RFC 6750 section 3.1: 401 and 403, each with its challenge.
            case Problem.InvalidToken(var message) -> new McpReply.Refused(
                    401, invalidRequest(message), challenge.invalidToken(path(serverName)));
            case Problem.InsufficientScope(var required, var message) -> new McpReply.Refused(
                    403, invalidRequest(message), challenge.insufficientScope(path(serverName), required));
            case Problem.Internal internal -> McpReply.Refused.of(200, JsonRpcError.INTERNAL_ERROR, internal.message());
        };
    }

    private static McpReply notFound(Problem.Thing thing, String name, String message, Era era) {
        return switch (thing) {
            case SERVER -> new McpReply.Refused(404, invalidRequest(message), null);
            // MCP, tools, error handling: an unknown tool is a protocol error.
            case TOOL, PROMPT -> McpReply.Refused.of(200, JsonRpcError.INVALID_PARAMS, message);
            case RESOURCE -> era.unknownResource(name, message);
            case OBJECT, RECORD, CLIENT, CONNECTION, PROFILE, ROLE, GROUP, RULE, REVOCATION, SIGNING_KEY, EVENT_LOG_FILE, APPROVAL, SESSION -> failed("NOT_FOUND", message);
        };
    }

    private static JsonRpcError invalidRequest(String message) {
        return JsonRpcError.of(JsonRpcError.INVALID_REQUEST, message);
    }

    private static McpReply failed(String code, String message) {
        ArrayNode errors = Json.object().putArray("errors");
        error(errors, code, message);
        return new McpReply.Failed(errors);
    }

    private static McpReply budgetSpent(Problem.BudgetSpent spent) {
        ArrayNode errors = Json.object().putArray("errors");
        error(errors, spent.code(), spent.message()).put("limit", spent.limit()).put("retryAfterSeconds", Spent.seconds(spent.retryAfter()));
        return new McpReply.Failed(errors);
    }

    private static McpReply refusedWrite(String code, String message, List<String> fields) {
        ArrayNode errors = Json.object().putArray("errors");
        ArrayNode names = error(errors, code, message).putArray("fields");
        fields.forEach(names::add);
        return new McpReply.Failed(errors);
    }

    private static McpReply failed(String code, String message, String location) {
        ArrayNode errors = Json.object().putArray("errors");
        error(errors, code, message).put("location", location);
        return new McpReply.Failed(errors);
    }

    private static McpReply failed(String code, String message, List<Violation> violations) {
        ArrayNode errors = Json.object().putArray("errors");
        if (violations.isEmpty()) {
            error(errors, code, message);
        }
        violations.forEach(violation -> error(errors, code, violation.message()).put("location", violation.location()));
        return new McpReply.Failed(errors);
    }

    private static ObjectNode error(ArrayNode errors, String code, String message) {
        return errors.addObject().put("errorCode", code).put("message", message);
    }

    private static String path(String serverName) {
        return ProtectedResource.MCP_PATH + serverName;
    }
}
