package org.gatehouse.mcp.protocol;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A stream that nobody listens to. */
final class NoStream implements MessageStream {
    @Override
    public void open() {}

    @Override
    public void send(String message) {}

    @Override
    public void disconnect() {}

    @Override
    public void keepAlive() {}

    @Override
    public Optional<CompletableFuture<HttpAnswer>> resume(String lastEventId) {
        return Optional.empty();
    }

    @Override
    public boolean isOpen() {
        return false;
    }
}
