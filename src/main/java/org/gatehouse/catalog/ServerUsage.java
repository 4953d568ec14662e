package org.gatehouse.catalog;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.audit.Outcome;

/**
 * How often each server's tools were called on this node since it started. It counts audit events, so that the figures and the event log tell
 * the same story.
 */
@Singleton
class ServerUsage {
    private static final String TOOL_CALL = "tools/call";

    private final Map<StandardServer, Map<Outcome, LongAdder>> calls;

    ServerUsage() {
        Map<StandardServer, Map<Outcome, LongAdder>> all = new EnumMap<>(StandardServer.class);
        for (StandardServer server : StandardServer.values()) {
            Map<Outcome, LongAdder> byOutcome = new EnumMap<>(Outcome.class);
            for (Outcome outcome : Outcome.values()) {
                byOutcome.put(outcome, new LongAdder());
            }
            all.put(server, Collections.unmodifiableMap(byOutcome));
        }
        this.calls = Collections.unmodifiableMap(all);
    }

    void count(@Observes AuditEvent event) {
        String server = event.server();
        if (server != null && TOOL_CALL.equals(event.method())) {
            StandardServer.find(server).ifPresent(found -> adder(found, event.outcome()).add(event.occurrences()));
        }
    }

    long calls(StandardServer server) {
        return Objects.requireNonNull(calls.get(server)).values().stream().mapToLong(LongAdder::sum).sum();
    }

    long calls(StandardServer server, Outcome outcome) {
        return adder(server, outcome).sum();
    }

    private LongAdder adder(StandardServer server, Outcome outcome) {
        return Objects.requireNonNull(Objects.requireNonNull(calls.get(server)).get(outcome));
    }
}
