package org.gatehouse.audit;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.time.InstantSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Puts the {@link AuditTrail} around every {@link Audited} method. Written events are offered to observers, which count them. */
@Audited
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class AuditInterceptor {
    @Inject
    AuditLog log;

    @Inject
    Event<AuditEvent> written;

    @Inject
    UnwrittenEvents unwritten;

    @Inject
    InstantSource clock;

    @AroundInvoke
    @Nullable Object audit(InvocationContext invocation) {
        return new AuditTrail(new LoggedEvents(), clock).run(draft(invocation), invocation::proceed);
    }

    private static AuditDraft draft(InvocationContext invocation) {
        return Arrays.stream(invocation.getParameters())
                .filter(Auditable.class::isInstance)
                .map(Auditable.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(invocation.getMethod() + " is @Audited and has no Auditable parameter."))
                .audit();
    }

    private final class LoggedEvents implements AuditTrail.Events {
        @Override
        public void write(AuditEvent event) {
            unwritten.watch(() -> log.write(event));
            written.fire(event);
        }

        @Override
        public void joined(AuditEvent event) {
            written.fire(event);
        }
    }
}
