package org.gatehouse.mcp.transport;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The streams of sessions on this node that clients may come back to. Bounded in number and in time. */
@Singleton
class EventStreams {
    static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final int MOST = 2000;

    private final Map<String, Kept> streams = new LinkedHashMap<>();
    private final InstantSource clock;

    @Inject
    EventStreams(InstantSource clock) {
        this.clock = clock;
    }

    /** Keeps a stream; the oldest that are over, or too many, are forgotten. */
    synchronized void keep(EventStream stream) {
        Instant now = clock.instant();
        Iterator<Kept> oldest = streams.values().iterator();
        while (oldest.hasNext()) {
            Kept kept = oldest.next();
            if (streams.size() < MOST && kept.since().plus(LIFETIME).isAfter(now)) {
                break;
            }
            oldest.remove();
        }
        streams.put(stream.key(), new Kept(stream, now));
    }

    /** The stream that an event of this key belongs to, if it is of this session. */
    synchronized Optional<EventStream> find(String key, String session) {
        return Optional.ofNullable(streams.get(key)).map(Kept::stream).filter(stream -> stream.isOf(session));
    }

    private record Kept(EventStream stream, Instant since) {}
}
