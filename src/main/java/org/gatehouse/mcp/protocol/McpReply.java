package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Map;
import org.gatehouse.catalog.McpServer;
import org.gatehouse.catalog.PromptDefinition;
import org.gatehouse.catalog.PromptMessage;
import org.gatehouse.catalog.ResourceEntry;
import org.gatehouse.catalog.ResourceTemplate;
import org.gatehouse.catalog.ToolDefinition;
import org.gatehouse.catalog.ToolResult;
import org.gatehouse.catalog.content.ResourceContent;
import org.gatehouse.catalog.dialogue.InputRequest;
import org.gatehouse.mcp.task.Task;
import org.gatehouse.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What a message gets for an answer, before an era writes it. */
sealed interface McpReply {
    /** An answer with a JSON-RPC result. */
    sealed interface Result extends McpReply {}

    /** A result that a client may keep for a while, for this token only. */
    sealed interface Cacheable extends Result {}

    /** What the server is and speaks. */
    record Discovered(McpServer server) implements Cacheable {}

    /** A session has begun. */
    record Initialized(McpServer server, ProtocolVersion version, String sessionId) implements Result {}

    /** Still here. */
    record Pong() implements Result {}

    /** The tools that the caller may call. */
    record Tools(List<ToolDefinition> tools) implements Cacheable {}

    /** The prompts that the caller may use. */
    record Prompts(List<PromptDefinition> prompts) implements Cacheable {}

    /** A prompt, filled in. */
    record Filled(List<PromptMessage> messages) implements Result {}

    /** The resources that are worth listing. */
    record Resources(List<ResourceEntry> resources) implements Cacheable {}

    /** The families of resources. */
    record Templates(List<ResourceTemplate> templates) implements Cacheable {}

    /** What stands under a URI. */
    record Read(ResourceContent content) implements Cacheable {}

    /** Values that complete an argument; a hundred at most. */
    record Completed(List<String> values) implements Result {}

    /** A tool's answer. */
    record Answered(ToolResult result) implements Result {}

    /** A tool's refusal, for the model to read and mend (MCP, tools, error handling: a result with isError). */
    record Failed(ArrayNode errors) implements Result {}

    /**
     * The call cannot go on without answers (MCP 2026-07-28, multi-round results).
     *
     * @param requestState what the client brings back with the answers
     */
    record InputNeeded(Map<String, InputRequest> questions, String requestState) implements Result {}

    /** The call goes on in the background (MCP extension io.modelcontextprotocol/tasks, CreateTaskResult). */
    record TaskStarted(Task task) implements Result {}

    /** How a task stands (the same extension, DetailedTask). */
    record TaskState(Task task) implements Result {}

    /** A task has all its answers and goes on. */
    record TaskResumed(Task task) implements McpReply {}

    /** Done, and there is nothing to tell. */
    record Done() implements Result {}

    /** A stream is to be opened, on which the client hears of what it is interested in. */
    record Listening(McpServer server, Interests interests) implements McpReply {}

    /** A stream is to be taken up where it broke off. */
    record Resumed(String lastEventId) implements McpReply {}

    /** Taken, nothing to say. */
    record Accepted() implements McpReply {}

    /** The session is over. */
    record Ended() implements McpReply {}

    /** One call too many (RFC 6585 section 4): the client may come back when the budget is whole again. */
    record Limited(Problem.BudgetSpent problem) implements McpReply {}

    /**
     * A JSON-RPC error.
     *
     * @param status the HTTP status
     * @param challenge the {@code WWW-Authenticate} header, where a better token would help
     */
    record Refused(int status, JsonRpcError error, @Nullable String challenge) implements McpReply {
        static Refused of(int status, int code, String message) {
            return new Refused(status, JsonRpcError.of(code, message), null);
        }
    }
}
