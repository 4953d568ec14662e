package org.gatehouse.catalog.approval;

import java.time.InstantSource;
import org.gatehouse.platform.database.Database;

/** Approvals without the container. */
@SuppressWarnings("UnnecessaryAssignment") // Stands in for the container, which injects them on the server.
public final class TestApprovals {
    private TestApprovals() {}

    /** Approvals in a database. */
    public static Approvals of(Database database, InstantSource clock) {
        Approvals approvals = new Approvals();
        approvals.database = database;
        approvals.clock = clock;
        return approvals;
    }
}
