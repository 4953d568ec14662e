package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatehouse.catalog.dialogue.ClientCapability;
import org.gatehouse.catalog.dialogue.Dialogue;
import org.gatehouse.catalog.dialogue.GoesOnInBackground;
import org.gatehouse.catalog.dialogue.InputRequest;
import org.gatehouse.catalog.dialogue.InputRequired;
import org.gatehouse.catalog.dialogue.LogLevel;
import org.gatehouse.platform.database.RunningCalls;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** The dialogue of one call. Belongs to the call's thread. */
final class CallDialogue implements Dialogue {
    private final ClientContext client;
    private final MessageStream stream;
    private final RunningCalls running;
    private double told = Double.NEGATIVE_INFINITY;

    CallDialogue(ClientContext client, MessageStream stream, RunningCalls running) {
        this.client = client;
        this.stream = stream;
        this.running = running;
    }

    @Override
    public boolean supports(ClientCapability capability) {
        return client.capabilities().contains(capability);
    }

    @Override
    public void progress(double done, double total, String message) {
        checkpoint();
        JsonNode token = client.progressToken();
        // MCP, progress: the value must increase with each notification.
        if (token != null && done > told) {
            told = done;
            ObjectNode params = Json.object();
            params.set("progressToken", token);
            params.put("progress", done).put("total", total).put("message", message);
            stream.send(JsonRpcCodec.notification("notifications/progress", params));
        }
    }

    @Override
    public void log(LogLevel level, String logger, JsonNode data) {
        LogLevel wanted = client.logLevel();
        if (wanted != null && level.compareTo(wanted) >= 0) {
            ObjectNode params = Json.object().put("level", level.wireName()).put("logger", logger);
            params.set("data", data);
            stream.send(JsonRpcCodec.notification("notifications/message", params));
        }
    }

    @Override
    public void checkpoint() {
        running.checkpoint();
        // Writing is how a server learns that its client has gone, and what a client has closed it has cancelled (MCP 2026-07-28, cancellation).
        if (!client.inBackground() && !stream.isOpen()) {
            throw new ProblemException(new Problem.Cancelled("The client cancelled the call."));
        }
    }

    @Override
    public void disconnect() {
        stream.disconnect();
    }

    @Override
    public void background(boolean required) {
        if (client.inBackground()) {
            return;
        }
        if (required) {
            require(ClientCapability.TASKS);
        }
        if (supports(ClientCapability.TASKS)) {
            throw new GoesOnInBackground();
        }
    }

    private void require(ClientCapability capability) {
        if (!supports(capability)) {
            throw new ProblemException(new Problem.MissingClientCapability(
                    capability.path(), "The call needs something that this client did not say it can do. Use a client that can."));
        }
    }

    @Override
    public Map<String, JsonNode> ask(Map<String, InputRequest> questions) {
        questions.values().forEach(question -> require(question.needs()));
        Map<String, JsonNode> given = new HashMap<>();
        Map<String, InputRequest> open = new LinkedHashMap<>();
        questions.forEach((name, question) -> {
            JsonNode answer = client.answers().get(name);
            if (answer == null) {
                open.put(name, question);
            } else {
                given.put(name, InputAnswers.checked(name, question, answer));
            }
        });
        if (!open.isEmpty()) {
            throw new InputRequired(open);
        }
        return given;
    }
}
