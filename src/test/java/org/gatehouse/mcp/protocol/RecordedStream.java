package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.gatehouse.platform.json.Json;

/** A stream that keeps what was sent, for the test to read. */
final class RecordedStream implements MessageStream {
    final List<JsonNode> messages = new ArrayList<>();
    boolean open = true;
    boolean opened;
    int disconnects;

    @Override
    public void open() {
        opened = true;
    }

    @Override
    public void send(String message) {
        try {
            messages.add(Json.read(message.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<CompletableFuture<HttpAnswer>> resume(String lastEventId) {
        return Optional.empty();
    }

    @Override
    public void disconnect() {
        disconnects++;
    }

    @Override
    public void keepAlive() {}

    @Override
    public boolean isOpen() {
        return open;
    }

    /** The methods of what was sent. */
    List<String> methods() {
        return messages.stream().map(message -> message.path("method").asText()).toList();
    }
}
