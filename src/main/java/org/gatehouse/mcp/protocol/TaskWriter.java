package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.gatehouse.mcp.task.Task;
import org.gatehouse.mcp.task.TaskStatus;
import org.gatehouse.mcp.task.Tasks;
import org.gatehouse.platform.json.Json;

/** Writes tasks (MCP extension {@code io.modelcontextprotocol/tasks}, Task and DetailedTask). */
final class TaskWriter {
    /** How long a client may wait before it asks again. */
    private static final int POLL_MILLIS = 500;

    private TaskWriter() {}

    static ObjectNode task(Task task) {
        return Json.object()
                .put("taskId", task.id())
                .put("status", task.status().wireName())
                .put("createdAt", task.createdAt().toString())
                .put("lastUpdatedAt", task.updatedAt().toString())
                .put("ttlMs", Tasks.LIFETIME.toMillis())
                .put("pollIntervalMs", POLL_MILLIS);
    }

    /** With what it asks, or what became of it. */
    static ObjectNode detailed(Task task) {
        ObjectNode detailed = task(task);
        for (String member : List.of("inputRequests", "result", "error")) {
            JsonNode value = task.content().path(member);
            if (value.isObject() && (task.status() == TaskStatus.INPUT_REQUIRED || task.status().over())) {
                detailed.set(member, value);
            }
        }
        return detailed;
    }
}
