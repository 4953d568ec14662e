package org.gatehouse.audit;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.gatehouse.platform.problem.ProblemException;

/**
 * What operators do over JMX. The management interface has authenticated them and does not say who they are, so their events name the door. A
 * refusal reaches them as an exception of the platform: their console does not have ours.
 */
@ApplicationScoped
public class OperatorActs {
    private static final Channel JMX = new Channel(Channel.Family.SETUP, null, "jmx");
    private static final Actor OPERATOR = new Actor(null, "(operator over JMX)", null, null, null);

    @Inject
    Requester requester;

    @EJB
    AuditedCalls calls;

    /**
     * Does something for an operator.
     *
     * @param operation its name in the event log
     * @param thing what it is about
     * @throws IllegalArgumentException with what speaks against it
     */
    @ActivateRequestContext
    public void run(String operation, String thing, Runnable work) {
        call(operation, thing, () -> {
            work.run();
            return thing;
        });
    }

    /** As {@link #run}, with a result. */
    @ActivateRequestContext
    public <T> T call(String operation, String thing, Callable<T> work) {
        String requestId = UUID.randomUUID().toString();
        requester.is(OPERATOR, JMX, requestId);
        AuditDraft draft = new AuditDraft(EventType.API_TOTAL_USAGE, requestId, OPERATOR, JMX);
        draft.method(operation);
        if (!thing.isEmpty()) {
            draft.object(thing);
        }
        try {
            return calls.run(new AuditedCall<>(draft, work));
        } catch (ProblemException e) {
            throw new IllegalArgumentException(e.problem().message());
        } catch (EJBException e) {
            throw new IllegalArgumentException(e.getCause() instanceof ProblemException known ? known.problem().message() : "It failed; see the server's log.");
        } catch (Exception e) {
            throw new IllegalStateException("It failed; see the server's log.");
        }
    }
}
