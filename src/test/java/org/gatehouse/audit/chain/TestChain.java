package org.gatehouse.audit.chain;

import java.time.InstantSource;
import org.gatehouse.audit.EventSeal;
import org.gatehouse.platform.database.Database;

/** The chain of a node, for tests of what reads along it. */
public final class TestChain {
    private final EventChain chain;

    public TestChain(Database database, EventSeal seal, InstantSource clock) {
        chain = new EventChain(database, seal, clock);
    }

    /** Links all events that wait, as part of the caller's transaction. */
    public void link() {
        int linked;
        do {
            linked = chain.extend(1_000);
        } while (linked > 0);
    }
}
