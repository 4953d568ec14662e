package org.gatehouse.mcp.transport;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.mcp.protocol.HttpAnswer;
import org.gatehouse.mcp.protocol.MessageStream;
import org.jspecify.annotations.Nullable;

/** What one HTTP request is answered with: plain JSON, unless something had to be said before the answer; then a stream of events. */
final class AnswerStream implements MessageStream {
    private static final Pattern EVENT_ID = Pattern.compile("([0-9a-f-]{36})-(\\d{1,6})");

    private final EventStreams streams;
    private final @Nullable String session;
    private final EventSink sink;
    private final Instant since;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable EventStream events;
    private boolean settled;

    /**
     * The answer to a request.
     *
     * @param session the session that the request is of, with its connection; nothing in an era without sessions
     */
    AnswerStream(EventStreams streams, @Nullable String session, EventSink sink, Instant since) {
        this.streams = streams;
        this.session = session;
        this.sink = sink;
        this.since = since;
    }

    /** When the request came. */
    Instant since() {
        return since;
    }

    @Override
    public void open() {
        opened();
    }

    @Override
    public void send(String message) {
        EventStream stream = opened();
        if (stream != null) {
            stream.send(message);
        }
    }

    @Override
    public void disconnect() {
        EventStream stream = session == null ? null : opened();
        if (stream != null) {
            stream.disconnect();
        }
    }

    @Override
    public void keepAlive() {
        EventStream stream = opened();
        if (stream != null) {
            stream.keepAlive();
        }
    }

    @Override
    public boolean isOpen() {
        EventStream stream = present();
        return stream == null || stream.isOpen();
    }

    @Override
    public Optional<CompletableFuture<HttpAnswer>> resume(String lastEventId) {
        Matcher id = EVENT_ID.matcher(lastEventId);
        if (session == null || !id.matches()) {
            return Optional.empty();
        }
        return streams.find(id.group(1), session).map(stream -> {
            lock.lock();
            try {
                events = stream;
            } finally {
                lock.unlock();
            }
            stream.attach(sink, Integer.parseInt(id.group(2)));
            return stream.over();
        });
    }

    /** Lets the answer come after the servlet's call. */
    void suspend() {
        sink.suspend();
    }

    /** Whether the answer went, or goes, over a stream; if not, the caller sends it, and no stream opens any more. */
    boolean settle(HttpAnswer answer) {
        lock.lock();
        try {
            settled = true;
        } finally {
            lock.unlock();
        }
        EventStream stream = present();
        if (stream == null) {
            return false;
        }
        stream.end(answer.body());
        return true;
    }

    private @Nullable EventStream present() {
        lock.lock();
        try {
            return events;
        } finally {
            lock.unlock();
        }
    }

    /** The stream, opened with its first use; nothing once the request is answered without one. */
    private @Nullable EventStream opened() {
        lock.lock();
        try {
            if (events == null && !settled) {
                events = new EventStream(session, sink);
                if (session != null) {
                    streams.keep(events);
                }
            }
            return events;
        } finally {
            lock.unlock();
        }
    }
}
