package org.gatehouse.catalog.approval;

import java.time.InstantSource;
import org.gatehouse.platform.database.Database;
import org.gatehouse.testing.Transactions;

/** Approvals without the container. */
@SuppressWarnings("UnnecessaryAssignment") // Stands in for the container, which injects them on the server.
public final class TestApprovals {
    private TestApprovals() {}

    /** Approvals in a database. */
    public static Approvals of(Database database, InstantSource clock) {
        return filled(new Approvals(), database, clock);
    }

    /** The same, where transactions count. */
    public static Approvals of(Database database, InstantSource clock, Transactions transactions) {
        return filled(
                new Approvals() {
                    @Override
                    public void useForGood(PendingCall call) {
                        transactions.runApart(() -> {
                            use(call);
                            return null;
                        });
                    }
                },
                database, clock);
    }

    private static Approvals filled(Approvals approvals, Database database, InstantSource clock) {
        approvals.database = database;
        approvals.clock = clock;
        return approvals;
    }
}
