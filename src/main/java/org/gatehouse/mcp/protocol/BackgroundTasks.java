package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.catalog.dialogue.ClientCapability;
import org.gatehouse.identity.Caller;
import org.gatehouse.mcp.task.Task;
import org.gatehouse.mcp.task.TaskStatus;
import org.gatehouse.mcp.task.Tasks;
import org.gatehouse.platform.database.RunningCalls;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The methods of tasks, and what a call needs to be made again in the background. */
@Singleton
class BackgroundTasks {
    private static final String TOOL = "tool";
    private static final String ARGUMENTS = "arguments";
    private static final String CAPABILITIES = "capabilities";
    private static final String ANSWERS = "answers";
    private static final String QUESTIONS = "inputRequests";

    private final Tasks tasks;
    private final RunningCalls running;

    @Inject
    BackgroundTasks(Tasks tasks, RunningCalls running) {
        this.tasks = tasks;
        this.running = running;
    }

    /** Begins a task for a call that its client made. */
    Task create(Caller caller, String server, McpRequest.CallTool call, ClientContext client) {
        ObjectNode content = Json.object().put(TOOL, call.tool());
        content.set(ARGUMENTS, call.arguments());
        content.put(CAPABILITIES, client.capabilities().stream().map(ClientCapability::name).sorted().collect(Collectors.joining(" ")));
        ObjectNode answers = content.putObject(ANSWERS);
        client.answers().forEach(answers::set);
        return tasks.create(caller, server, content);
    }

    /** The caller's task; for an id that is none of theirs, there is no such task. */
    Task require(Caller caller, String server, String id) {
        return tasks.find(caller, server, id)
                .orElseThrow(() -> new ProblemException(new Problem.InvalidInput("There is no such task, or it was too long ago.")));
    }

    /** Takes answers to what a task asks; those to nothing are left out. */
    Task update(Task task, Map<String, JsonNode> answers) {
        if (task.status() != TaskStatus.INPUT_REQUIRED) {
            return task;
        }
        ObjectNode content = task.content().deepCopy();
        ObjectNode open = content.withObjectProperty(QUESTIONS);
        answers.forEach((name, answer) -> {
            if (open.remove(name) != null) {
                content.withObjectProperty(ANSWERS).set(name, answer);
            }
        });
        return (open.isEmpty() ? tasks.resume(task, content) : waiting(task, content))
                .orElseThrow(() -> new ProblemException(new Problem.Conflict("The task has changed meanwhile. Ask for it again.")));
    }

    private Optional<Task> waiting(Task task, ObjectNode content) {
        return tasks.change(task, TaskStatus.INPUT_REQUIRED, content)
                ? Optional.of(new Task(task.id(), task.requestId(), TaskStatus.INPUT_REQUIRED, content, task.createdAt(), task.updatedAt()))
                : Optional.empty();
    }

    /** Gives a task up; one that is over stays as it is. */
    void cancel(Task task) {
        if (!task.status().over()) {
            tasks.change(task, TaskStatus.CANCELLED, Json.object());
            running.cancel(task.requestId());
        }
    }

    /** The call of a task, to be made once more. */
    Inbound call(Task task, @Nullable String version) {
        Map<String, JsonNode> answers = new HashMap<>();
        task.content().path(ANSWERS).properties().forEach(answer -> answers.put(answer.getKey(), answer.getValue()));
        String names = task.content().path(CAPABILITIES).asText();
        Set<ClientCapability> capabilities = names.isEmpty()
                ? Set.of()
                : Arrays.stream(names.split(" ", -1)).map(ClientCapability::valueOf).collect(Collectors.toUnmodifiableSet());
        ObjectNode arguments = task.content().withObjectProperty(ARGUMENTS);
        return new Inbound(
                ModernEra.INSTANCE, TextNode.valueOf(task.id()), "tools/call", version, new Conversation.None(),
                new McpRequest.CallTool(task.content().path(TOOL).asText(), arguments, null),
                new ClientContext(capabilities, null, null, answers, null, true));
    }

    /** Keeps what became of a task's call. */
    void settle(Task task, McpReply reply) {
        ObjectNode content = task.content().deepCopy();
        try {
            switch (reply) {
                case McpReply.InputNeeded(var questions, var state) -> {
                    content.set(QUESTIONS, AnswerWriter.questions(questions));
                    tasks.change(task, TaskStatus.INPUT_REQUIRED, content);
                }
                case McpReply.Refused(var status, var error, var challenge) -> tasks.change(
                        task, TaskStatus.FAILED, Json.object().set("error", JsonRpcCodec.json(error)));
                case McpReply.Result result -> tasks.change(task, TaskStatus.COMPLETED, Json.object().set("result", AnswerWriter.body(result)));
                default -> tasks.change(task, TaskStatus.CANCELLED, Json.object());
            }
        } catch (ProblemException e) {
            tasks.change(task, TaskStatus.FAILED, failure(e.problem().message()));
        }
    }

    /** After a restart nobody works on what this node was working on. */
    void abandon() {
        tasks.abandon(JsonRpcCodec.json(JsonRpcError.of(JsonRpcError.INTERNAL_ERROR, "The server was restarted while the task was working. Begin it again.")));
    }

    private static ObjectNode failure(String message) {
        return Json.object().set("error", JsonRpcCodec.json(JsonRpcError.of(JsonRpcError.INTERNAL_ERROR, message)));
    }
}
