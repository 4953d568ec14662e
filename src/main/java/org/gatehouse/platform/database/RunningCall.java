package org.gatehouse.platform.database;

import java.sql.SQLException;
import java.sql.Statement;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** One call in its thread, with the statement that it waits for at this moment. */
final class RunningCall {
    private final String connectionId;
    private volatile boolean ended;
    private volatile @Nullable Statement statement;

    RunningCall(String connectionId) {
        this.connectionId = connectionId;
    }

    String connectionId() {
        return connectionId;
    }

    boolean ended() {
        return ended;
    }

    void enter(@Nullable Statement executing) {
        statement = executing;
    }

    void leave() {
        statement = null;
    }

    /** Ends the call: the statement that runs is cancelled, and none begins after it. */
    void end() {
        ended = true;
        Statement executing = statement;
        if (executing != null) {
            try {
                executing.cancel();
            } catch (SQLException e) {
                // The statement is over already; or the database could not be asked, and whoever looks next asks again.
                DatabaseLog.LOG.notCancelled(connectionId, e);
            }
        }
    }

    /** Refuses to go on once the call was ended. */
    void requireConnected() {
        if (ended) {
            throw refusal();
        }
    }

    static ProblemException refusal() {
        return new ProblemException(new Problem.InvalidToken("The connection ended while the call was running. Connect again."));
    }
}
