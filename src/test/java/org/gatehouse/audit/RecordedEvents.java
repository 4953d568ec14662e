package org.gatehouse.audit;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Runs calls as the interceptor does and keeps their events in a list. */
public final class RecordedEvents {
    private final List<AuditEvent> events = new ArrayList<>();

    /** Runs an audited call. */
    public @Nullable Object run(AuditDraft draft, Callable<@Nullable Object> call) {
        var kept = new AuditTrail.Events() {
            @Override
            public void write(AuditEvent event) {
                events.add(event);
            }

            @Override
            public void joined(AuditEvent event) {
                events.add(event);
            }
        };
        return new AuditTrail(kept, InstantSource.system()).run(draft, call);
    }

    /** Adds the events of another list. */
    public void addAll(RecordedEvents others) {
        events.addAll(others.events);
    }

    /** All events so far. */
    public List<AuditEvent> all() {
        return List.copyOf(events);
    }

    /** The latest event. */
    public AuditEvent last() {
        return events.get(events.size() - 1);
    }
}
