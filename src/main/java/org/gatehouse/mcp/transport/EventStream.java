package org.gatehouse.mcp.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.gatehouse.mcp.protocol.HttpAnswer;
import org.jspecify.annotations.Nullable;

/**
 * The events of one stream and who hears them now. A stream of a session keeps its events, so that a client that lost its connection hears what it
 * missed (2025-11-25, Streamable HTTP, resumability).
 */
final class EventStream {
    /** A stream with more than this has a client that does not come back. */
    private static final int MOST_KEPT = 1000;

    private final String key = UUID.randomUUID().toString();
    private final @Nullable String owner;
    private final List<String> kept = new ArrayList<>();
    private final CompletableFuture<HttpAnswer> over = new CompletableFuture<>();
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable EventSink sink;

    /**
     * A new stream.
     *
     * @param owner the session that it belongs to; nothing if nobody comes back to it
     */
    EventStream(@Nullable String owner, EventSink sink) {
        this.owner = owner;
        this.sink = sink;
        sink.begin();
        if (owner != null) {
            // 2025-11-25: an event with an id and no data comes first, so that there is something to come back to.
            sink.write("id: " + key + "-0\nretry: 1000\ndata:\n\n");
        }
    }

    String key() {
        return key;
    }

    boolean isOf(String session) {
        return session.equals(owner);
    }

    /** Completed when nothing more will come. */
    CompletableFuture<HttpAnswer> over() {
        return over;
    }

    void send(String message) {
        locked(() -> {
            if (over.isDone()) {
                return;
            }
            if (owner != null && kept.size() < MOST_KEPT) {
                kept.add(message);
            }
            if (sink != null) {
                sink.write(event(kept.size(), message));
            }
        });
    }

    /** The last message, if there is one, and the end. */
    void end(String message) {
        if (!message.isEmpty()) {
            send(message);
        }
        locked(() -> {
            over.complete(HttpAnswer.empty(200, Map.of()));
            detach();
        });
    }

    /** Ends the connection, not the stream. */
    void disconnect() {
        if (owner != null) {
            locked(this::detach);
        }
    }

    /** Lets another connection hear what came after an event, and what comes. */
    void attach(EventSink other, int after) {
        locked(() -> {
            detach();
            sink = other;
            other.begin();
            for (int at = after; at < kept.size(); at++) {
                other.write(event(at + 1, kept.get(at)));
            }
            if (over.isDone()) {
                detach();
            }
        });
    }

    /** Writes a comment. While something else is written there is no need, and no waiting: others are to be kept alive too. */
    void keepAlive() {
        if (lock.tryLock()) {
            try {
                if (sink != null) {
                    sink.write(":\n\n");
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** Whether anybody hears, or may come back to hear; who is being written to is still there. */
    boolean isOpen() {
        if (!lock.tryLock()) {
            return true;
        }
        try {
            return !over.isDone() && (owner != null || (sink != null && !sink.isGone()));
        } finally {
            lock.unlock();
        }
    }

    private void detach() {
        if (sink != null) {
            sink.close();
            sink = null;
        }
    }

    private String event(int number, String message) {
        return (owner == null ? "" : "id: " + key + "-" + number + "\n") + "event: message\ndata: " + message + "\n\n";
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
