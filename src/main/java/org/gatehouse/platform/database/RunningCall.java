package org.gatehouse.platform.database;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** One call in its thread, with the statement that it waits for at this moment. */
final class RunningCall {
    private final CallOrigin origin;
    private final String id;
    private volatile @Nullable ProblemException refusal;
    private volatile @Nullable Statement statement;
    private volatile @Nullable Runnable abort;

    RunningCall(CallOrigin origin, String id) {
        this.origin = origin;
        this.id = id;
    }

    String id() {
        return id;
    }

    CallOrigin origin() {
        return origin;
    }

    String connectionId() {
        return origin.connectionId();
    }

    /** The exception that the call ends with, whatever its work throws; nothing while it was not ended. */
    @Nullable ProblemException refusal() {
        return refusal;
    }

    void enter(@Nullable Statement executing) {
        statement = executing;
    }

    void leave() {
        statement = null;
    }

    <T> T abortable(Runnable how, Supplier<T> work) {
        abort = how;
        try {
            // Asked after the note was made: who ends the call from now on sees it.
            requireConnected();
            return work.get();
        } finally {
            abort = null;
        }
    }

    /** Ends the call because its connection ended. */
    void end() {
        end(new Problem.InvalidToken("The connection ended while the call was running. Connect again."));
    }

    /** Ends the call because nobody waits for it any more. */
    void cancel() {
        end(new Problem.Cancelled("The client cancelled the call."));
    }

    /** The statement that runs is cancelled, and none begins after it; so is what else the call waits for. */
    private void end(Problem reason) {
        refusal = new ProblemException(reason);
        Runnable waiting = abort;
        if (waiting != null) {
            waiting.run();
        }
        Statement executing = statement;
        if (executing != null) {
            try {
                executing.cancel();
            } catch (SQLException e) {
                // The statement is over already; or the database could not be asked, and whoever looks next asks again.
                DatabaseLog.LOG.notCancelled(connectionId(), e);
            }
        }
    }

    /** Refuses to go on once the call was ended. */
    void requireConnected() {
        ProblemException ended = refusal;
        if (ended != null) {
            throw ended;
        }
    }
}
