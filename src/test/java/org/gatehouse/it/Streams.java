package org.gatehouse.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.io.InputStream;
import org.gatehouse.platform.json.Json;
import org.jspecify.annotations.Nullable;

/** Streams of server-sent events as a client reads them, event by event. */
final class Streams implements AutoCloseable {
    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;
    private @Nullable String lastId;

    private Streams(HttpResponse<InputStream> response) {
        this.response = response;
        this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** Sends a request of the revision without sessions. */
    static Streams modern(HttpClient http, String token, String server, ObjectNode message, String name) throws IOException, InterruptedException {
        HttpRequest.Builder request = post(token, server, message)
                .header("MCP-Protocol-Version", Mcp.VERSION)
                .header("Mcp-Method", message.path("method").asText());
        return send(http, name.isEmpty() ? request : request.header("Mcp-Name", name));
    }

    /** Sends a message in a session. */
    static Streams inSession(HttpClient http, String token, String server, String session, ObjectNode message) throws IOException, InterruptedException {
        return send(http, post(token, server, message).header("Mcp-Session-Id", session));
    }

    /** Opens the stream of a session, or takes one up again. */
    static Streams get(HttpClient http, String token, String server, String session, @Nullable String lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Server.mcp(server)))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .header("Mcp-Session-Id", session);
        return send(http, lastEventId == null ? request : request.header("Last-Event-ID", lastEventId));
    }

    /** Opens a session and gives its id. */
    static String session(HttpClient http, String token, String server, String capabilities) throws IOException, InterruptedException {
        ObjectNode message = Json.literal(
                """
                {"jsonrpc": "2.0", "id": 0, "method": "initialize",
                 "params": {"protocolVersion": "2025-11-25", "capabilities": {%s}, "clientInfo": {"name": "test", "version": "1"}}}
                """.formatted(capabilities));
        try (Streams opened = send(http, post(token, server, message))) {
            return opened.response.headers().firstValue("Mcp-Session-Id").orElseThrow();
        }
    }

    /** A message of a session. */
    static ObjectNode message(int id, String method, ObjectNode params) {
        ObjectNode message = Json.object().put("jsonrpc", "2.0").put("id", id).put("method", method);
        message.set("params", params);
        return message;
    }

    private static HttpRequest.Builder post(String token, String server, ObjectNode message) {
        return HttpRequest.newBuilder(URI.create(Server.mcp(server)))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, text/event-stream")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(message.toString()));
    }

    private static Streams send(HttpClient http, HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Streams(http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    }

    int status() {
        return response.statusCode();
    }

    /** The id of the last event that was read. */
    @Nullable String lastId() {
        return lastId;
    }

    /** The next message; a missing node at the end. An answer that is plain JSON is one message. */
    JsonNode next() throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id:")) {
                lastId = line.substring(3).strip();
            } else if (line.startsWith("{")) {
                return Json.literal(line);
            } else if (line.startsWith("data:") && line.length() > 6) {
                return Json.literal(line.substring(5));
            }
        }
        return Json.object().path("nothing");
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
