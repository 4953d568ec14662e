package org.gatehouse.testing;

import java.time.InstantSource;
import javax.crypto.spec.SecretKeySpec;
import org.gatehouse.audit.AuditEvents;
import org.gatehouse.audit.EventRows;
import org.gatehouse.audit.EventSeal;
import org.gatehouse.audit.Requester;
import org.gatehouse.audit.SetupTrail;
import org.gatehouse.platform.database.Database;

/** The event log of tests: sealed by a key that everybody knows. */
public final class TestAudit {
    private TestAudit() {}

    /** Seals of a node. */
    public static EventSeal seal(String node) {
        return new EventSeal(node, () -> new SecretKeySpec(new byte[32], "HmacSHA256"));
    }

    /** Seals of the node of most tests. */
    public static EventSeal seal() {
        return seal("node-1");
    }

    /** The rows of a database's event log. */
    public static EventRows rows(Database database) {
        return new EventRows(database, seal());
    }

    /** Events that nobody's request asked for. */
    public static AuditEvents events(Database database) {
        return new AuditEvents(rows(database), new Requester(), InstantSource.system());
    }

    /** The trail of changes to the setup. */
    public static SetupTrail trail(Database database) {
        return new SetupTrail(events(database));
    }
}
