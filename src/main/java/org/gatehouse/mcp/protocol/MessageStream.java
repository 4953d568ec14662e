package org.gatehouse.mcp.protocol;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Where messages to a client go that precede the answer to its request. It opens with the first of them. */
public interface MessageStream {
    /** Opens the stream before there is anything to say. */
    void open();

    /** Sends one JSON-RPC message; to a client that has gone, nothing. */
    void send(String message);

    /**
     * Takes up the stream of an earlier request of the same session after an event, and plays what came since.
     *
     * @return completed when the stream is over; empty if there is no such stream
     */
    Optional<CompletableFuture<HttpAnswer>> resume(String lastEventId);

    /** Lets go of the network connection, if the client can come back for what follows. */
    void disconnect();

    /** Sends what a client ignores, so that one that has gone is noticed. */
    void keepAlive();

    /** Whether anybody still listens, or may come back. */
    boolean isOpen();
}
