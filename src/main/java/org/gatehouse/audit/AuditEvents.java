package org.gatehouse.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events that are a part of the transaction in which something happens: neither is ever there without the other. */
@Singleton
public class AuditEvents {
    private static final int SUCCEEDED = 200;

    private final EventRows rows;
    private final Requester requester;
    private final InstantSource clock;

    @Inject
    public AuditEvents(EventRows rows, Requester requester, InstantSource clock) {
        this.rows = rows;
        this.requester = requester;
        this.clock = clock;
    }

    /** Who is behind the present request, as far as that is known. */
    public Actor requester() {
        return requester.actor();
    }

    /** Something was done. */
    public void done(EventType type, String action, Actor who, List<String> subjects) {
        rows.insert(event(type, action, who, subjects, null, null, SUCCEEDED));
    }

    /** A part of the setup was changed. */
    public void changed(EventType type, String action, String subject, SetupChange change) {
        rows.insert(event(type, action, requester.actor(), List.of(subject), change, null, SUCCEEDED));
    }

    /** Something was noticed, which nobody did by itself. */
    public void told(EventType type, String action, Actor about, String subject, String details) {
        rows.insert(event(type, action, about, List.of(subject), new SetupChange(null, details), null, SUCCEEDED));
    }

    /** Something was refused, in a transaction that commits all the same. */
    public void refused(EventType type, String action, Actor who, List<String> subjects, int statusCode, String errorCode) {
        rows.insert(event(type, action, who, subjects, null, errorCode, statusCode));
    }

    private AuditEvent event(
            EventType type, String action, Actor who, List<String> subjects, @Nullable SetupChange change, @Nullable String errorCode,
            int statusCode) {
        return new AuditEvent(
                clock.instant(), type, requester.requestId(), who, requester.channel(), null, action, null, null, subjects, List.of(), null,
                change, errorCode == null ? Outcome.SUCCESS : Outcome.REFUSED, statusCode, errorCode, Duration.ZERO, null, requester.traceId(), 1);
    }
}
