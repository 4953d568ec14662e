package org.gatehouse.permission.sharing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.gatehouse.audit.AuditEvents;
import org.gatehouse.audit.EventType;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.json.Json;

/**
 * Brings the group memberships to what the settings say, as part of the caller's transaction, and leaves an event if that changed anything. The
 * caller has counted the version of access up, which lets one change through at a time.
 */
@Singleton
public class Recalculations {
    private final Database database;
    private final AuditEvents events;
    private final InstantSource clock;

    @Inject
    public Recalculations(Database database, AuditEvents events, InstantSource clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** Recalculates all memberships. */
    public Recalculation run() {
        long started = clock.millis();
        Recalculation done = GroupMemberships.recompute(database.sql());
        if (!done.unchanged()) {
            events.told(
                    EventType.SHARING_RECALCULATION, "memberships.recalculate", events.requester(), "group memberships",
                    Json.text(new Details(done.memberships(), done.added(), done.removed(), clock.millis() - started)));
        }
        return done;
    }

    /** What {@link #run} would change now. */
    Recalculation compare() {
        return GroupMemberships.compare(database.sql());
    }

    private record Details(int memberships, int added, int removed, long milliseconds) {}
}
