package org.gatehouse.audit.alert;

import static org.gatehouse.platform.database.schema.Tables.AUDIT_LINK;
import static org.gatehouse.platform.database.schema.Tables.EVENT_ALERT_PLACE;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.gatehouse.platform.database.Database;
import org.jspecify.annotations.Nullable;

/** How far the chains of the nodes go, and how far each alert has read them. */
@Singleton
class ChainPlaces {
    private final Database database;

    @Inject
    ChainPlaces(Database database) {
        this.database = database;
    }

    /** The last position of each node's chain. Asked node by node: each answer is one look into the primary key, however long the chains are. */
    Map<String, Long> heads() {
        Map<String, Long> heads = new HashMap<>();
        for (String node = nodeAfter(null); node != null; node = nodeAfter(node)) {
            Long last = database.sql().select(max(AUDIT_LINK.POSITION)).from(AUDIT_LINK).where(AUDIT_LINK.NODE.eq(node)).fetchSingle().value1();
            heads.put(node, last == null ? 0 : last);
        }
        return heads;
    }

    private @Nullable String nodeAfter(@Nullable String node) {
        return database.sql()
                .select(min(AUDIT_LINK.NODE))
                .from(AUDIT_LINK)
                .where(node == null ? noCondition() : AUDIT_LINK.NODE.gt(node))
                .fetchSingle()
                .value1();
    }

    /** Where an alert has come to, by node. A node that is not there came later than the alert: all of its chain is to be read. */
    Map<String, Long> of(String alert) {
        return database.sql()
                .select(EVENT_ALERT_PLACE.NODE, EVENT_ALERT_PLACE.POSITION)
                .from(EVENT_ALERT_PLACE)
                .where(EVENT_ALERT_PLACE.ALERT.eq(alert))
                .fetchMap(EVENT_ALERT_PLACE.NODE, EVENT_ALERT_PLACE.POSITION);
    }

    /** Keeps how far an alert has come. */
    void keep(String alert, String node, long position) {
        database.sql()
                .insertInto(EVENT_ALERT_PLACE, EVENT_ALERT_PLACE.ALERT, EVENT_ALERT_PLACE.NODE, EVENT_ALERT_PLACE.POSITION)
                .values(alert, node, position)
                .onDuplicateKeyUpdate()
                .set(EVENT_ALERT_PLACE.POSITION, position)
                .execute();
    }
}
