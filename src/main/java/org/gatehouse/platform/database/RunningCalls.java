package org.gatehouse.platform.database;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.platform.problem.ProblemException;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jspecify.annotations.Nullable;

/**
 * The calls that run on this node at this moment, so that a call can be ended from outside when its connection is.
 *
 * <p>A call is known by its thread, and each statement that the thread runs is the call's. So whatever a tool does, it cannot forget to be
 * ended, and the database's own log names whose it is. No decision hangs on the thread: who calls, and what they may, goes from hand to hand.
 */
@Singleton
public class RunningCalls {
    private final Map<Thread, RunningCall> calls = new ConcurrentHashMap<>();
    private final Set<OpenStream> streams = ConcurrentHashMap.newKeySet();

    /**
     * Does a call's work.
     *
     * @param origin whose it is
     * @param id by which the call can be cancelled
     * @throws org.gatehouse.platform.problem.ProblemException a refusal, whatever the work answered or threw, if the call was ended meanwhile
     */
    public <T> T run(CallOrigin origin, String id, Supplier<T> work) {
        RunningCall call = new RunningCall(origin, id);
        Thread thread = Thread.currentThread();
        RunningCall around = calls.put(thread, call);
        try {
            T result = work.get();
            call.requireConnected();
            return result;
        } catch (RuntimeException e) {
            // A cancelled statement fails in the words of the database, which are nothing for the caller.
            ProblemException refusal = call.refusal();
            throw refusal == null ? e : refusal;
        } finally {
            calls.compute(thread, (key, inner) -> around);
        }
    }

    /** The connections that have calls running or streams open here. */
    public Set<String> connectionIds() {
        return Stream.concat(calls.values().stream().map(RunningCall::connectionId), streams.stream().map(OpenStream::connectionId))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Has a stream ended with its connection.
     *
     * @return to be run when there is nothing to end any more
     */
    public Runnable watch(OpenStream stream) {
        streams.add(stream);
        return () -> streams.remove(stream);
    }

    /** The streams that are open here. */
    public Set<OpenStream> streams() {
        return Set.copyOf(streams);
    }

    /** Cancels the call of this id, if it runs here: its statement is cancelled and its work undone. */
    public void cancel(String id) {
        calls.values().stream().filter(call -> call.id().equals(id)).forEach(RunningCall::cancel);
    }

    /** Ends the calls of these connections. To be said again as long as they run: a statement may have been about to begin. */
    public void end(Collection<String> connectionIds) {
        calls.values().stream().filter(call -> connectionIds.contains(call.connectionId())).forEach(RunningCall::end);
        streams.stream().filter(stream -> connectionIds.contains(stream.connectionId())).forEach(stream -> stream.end().run());
    }

    /** Refuses to go on with the call of this thread, if it was ended; for work that runs no statements for long. */
    public void checkpoint() {
        RunningCall call = current();
        if (call != null) {
            call.requireConnected();
        }
    }

    /**
     * Does work that waits for something other than the database.
     *
     * @param abort lets the work end soon; run by another thread when the call of this one is ended
     */
    public <T> T abortable(Runnable abort, Supplier<T> work) {
        RunningCall call = current();
        return call == null ? work.get() : call.abortable(abort, work);
    }

    /** What tells this of the statements. */
    ExecuteListener listener() {
        return new Statements();
    }

    /** What tells PostgreSQL of them. */
    ExecuteListener names() {
        return new CallNames(this::current);
    }

    private @Nullable RunningCall current() {
        return calls.get(Thread.currentThread());
    }

    /** Notes the statement that each call waits for. */
    private final class Statements implements ExecuteListener {
        private static final long serialVersionUID = 1;

        @Override
        public void start(ExecuteContext context) {
            RunningCall call = current();
            if (call != null) {
                call.requireConnected();
            }
        }

        @Override
        public void executeStart(ExecuteContext context) {
            RunningCall call = current();
            if (call != null) {
                call.enter(context.statement());
            }
        }

        @Override
        public void executeEnd(ExecuteContext context) {
            leave();
        }

        @Override
        public void end(ExecuteContext context) {
            leave();
        }

        private void leave() {
            RunningCall call = current();
            if (call != null) {
                call.leave();
            }
        }
    }
}
