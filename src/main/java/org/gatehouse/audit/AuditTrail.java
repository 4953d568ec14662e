package org.gatehouse.audit;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Runs a call and sees to it that it leaves exactly one event, whatever becomes of it. */
final class AuditTrail {
    private final Events events;
    private final InstantSource clock;

    AuditTrail(Events events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    /**
     * Runs the call and writes its event before the answer leaves. A call that did not return leaves an event of its own even if it wrote one
     * in its transaction: that one went with the transaction.
     *
     * @return what the call returns
     * @throws ProblemException the call's own problem, or internal for anything else that it throws and for an event that cannot be written
     */
    @Nullable Object run(AuditDraft draft, Callable<@Nullable Object> call) {
        draft.begin(clock.instant());
        Object answer;
        try {
            answer = call.call();
        } catch (ProblemException e) {
            write(draft, draft.ended(e.problem()));
            throw e;
        } catch (Throwable e) {
            AuditLogMessages.LOG.callFailed(draft.requestId(), e);
            ProblemException internal = internal(draft);
            write(draft, draft.ended(internal.problem()));
            throw internal;
        }
        draft.joined().ifPresentOrElse(events::joined, () -> write(draft, draft.returned()));
        return answer;
    }

    /** What cannot be recorded must not have happened in the eyes of its caller. */
    private void write(AuditDraft draft, AuditEvent event) {
        try {
            events.write(event);
        } catch (RuntimeException e) {
            AuditLogMessages.LOG.eventNotWritten(draft.requestId(), e);
            throw internal(draft);
        }
    }

    private static ProblemException internal(AuditDraft draft) {
        return new ProblemException(new Problem.Internal(draft.requestId()));
    }

    /** Where events go. */
    interface Events {
        /** Returns when the event is durable. */
        void write(AuditEvent event);

        /** Told of an event that {@link ChangeAudit} wrote and that is durable by now. */
        default void joined(AuditEvent event) {}
    }
}
