package org.gatehouse.mcp.transport;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.gatehouse.platform.database.RunningCalls;

/**
 * The stateless requests that are being answered on this node. MCP 2026-07-28, cancellation: a client cancels by closing the connection. A server only
 * learns of that when it writes, so an answer that takes its time begins with a comment, and another now and then.
 */
@Singleton
class OpenAnswers {
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ConcurrentMap<String, AnswerStream> open = new ConcurrentHashMap<>();
    private final RunningCalls running;
    private final InstantSource clock;

    @Inject
    OpenAnswers(RunningCalls running, InstantSource clock) {
        this.running = running;
        this.clock = clock;
    }

    void begin(String requestId, AnswerStream answer) {
        open.put(requestId, answer);
    }

    void end(String requestId) {
        open.remove(requestId);
    }

    /** Looks once whether the clients of long calls are still there, and gives up the calls of those that are not. */
    void look() {
        open.forEach((requestId, answer) -> {
            if (answer.since().plus(PATIENCE).isBefore(clock.instant())) {
                answer.keepAlive();
                if (!answer.isOpen()) {
                    running.cancel(requestId);
                }
            }
        });
    }
}
