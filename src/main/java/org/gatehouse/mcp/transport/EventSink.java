package org.gatehouse.mcp.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One HTTP response that carries server-sent events (HTML, server-sent events). Used by any thread; events never mix. */
final class EventSink {
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final OpenWrites writes;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable AsyncContext async;
    private boolean begun;
    private boolean closed;
    private boolean gone;

    /** The sink that the request has. */
    static EventSink of(ServletRequest request) {
        return (EventSink) request.getAttribute(EventSink.class.getName());
    }

    private EventSink(HttpServletRequest request, HttpServletResponse response, OpenWrites writes) {
        this.request = request;
        this.response = response;
        this.writes = writes;
    }

    /** Gives a request its sink, before JAX-RS sees it: the request and the response that JAX-RS injects are good in its own thread only. */
    static void give(HttpServletRequest request, HttpServletResponse response, OpenWrites writes) {
        request.setAttribute(EventSink.class.getName(), new EventSink(request, response, writes));
    }

    /** Sends the head of the response, if that was not done. */
    void begin() {
        locked(() -> {
            if (!begun) {
                begun = true;
                response.setStatus(HttpServletResponse.SC_OK);
                response.setContentType("text/event-stream");
                // Reverse proxies would otherwise hold events back until there are many.
                response.setHeader("X-Accel-Buffering", "no");
                response.flushBuffer();
            }
        });
    }

    /** Sends some events at once; to a client that has gone, or that did not read what was sent before, nothing. */
    void write(String events) {
        begin();
        locked(() -> {
            writes.run(() -> {
                response.getOutputStream().write(events.getBytes(UTF_8));
                response.flushBuffer();
            });
        });
    }

    /** Lets the response outlive the servlet's call. */
    void suspend() {
        locked(() -> {
            async = request.startAsync();
            async.setTimeout(0);
        });
    }

    /** Ends the response. */
    void close() {
        locked(() -> {
            closed = true;
            if (async == null) {
                response.getOutputStream().close();
            } else {
                async.complete();
            }
        });
    }

    /** Whether the client has gone, as far as writing to it could tell. */
    boolean isGone() {
        lock.lock();
        try {
            return gone;
        } finally {
            lock.unlock();
        }
    }

    private void locked(OpenWrites.Work work) {
        lock.lock();
        try {
            if (!closed) {
                work.run();
            }
        } catch (IOException e) {
            leave();
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        gone = true;
        closed = true;
        if (async != null) {
            async.complete();
        }
    }
}
