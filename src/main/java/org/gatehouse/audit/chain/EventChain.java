package org.gatehouse.audit.chain;

import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;
import static org.gatehouse.platform.database.schema.Tables.AUDIT_LINK;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.gatehouse.audit.EventSeal;
import org.gatehouse.platform.database.Database;
import org.jooq.Condition;

/**
 * The node's chain over the events: each link covers one event and the link before it, so that no event goes, comes or changes its place later.
 *
 * <p>Links are made behind the requests and not by them, so that requests do not queue for the end of the chain. An event without a link yet is
 * sealed already. What a node left without links when it died, another links into its own chain.
 */
@Singleton
class EventChain {
    /** After this time an event of another node is taken to be left behind. */
    private static final Duration LEFT_BEHIND = Duration.ofMinutes(1);

    /** Events that take their numbers together become visible in any order; further back than this nothing is looked for. */
    private static final long REACH = 10_000;

    private final Database database;
    private final EventSeal seal;
    private final InstantSource clock;

    @Inject
    EventChain(Database database, EventSeal seal, InstantSource clock) {
        this.database = database;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * Links events that have no link, as part of the caller's transaction.
     *
     * @param most how many at most
     * @return how many it were
     */
    int extend(int most) {
        var waiting = database.sql()
                .select(AUDIT_EVENT.ID, AUDIT_EVENT.SEAL)
                .from(AUDIT_EVENT)
                .where(waiting())
                .orderBy(AUDIT_EVENT.ID)
                .limit(most)
                .fetch();
        if (waiting.isEmpty()) {
            return 0;
        }
        ChainHead last = head().orElse(ChainHead.START);
        var insert = database.sql().insertInto(AUDIT_LINK, AUDIT_LINK.NODE, AUDIT_LINK.POSITION, AUDIT_LINK.EVENT_ID, AUDIT_LINK.HASH);
        for (var event : waiting) {
            long id = event.get(AUDIT_EVENT.ID);
            last = last.next(seal, seal.node(), id, Objects.requireNonNull(event.get(AUDIT_EVENT.SEAL)));
            insert = insert.values(seal.node(), last.position(), id, last.hash());
        }
        insert.execute();
        return waiting.size();
    }

    /** Whether there is an event to link. */
    boolean hasWaiting() {
        return database.sql().fetchExists(AUDIT_EVENT, waiting());
    }

    /** The last link of this node. */
    Optional<ChainHead> head() {
        return database.sql()
                .select(AUDIT_LINK.POSITION, AUDIT_LINK.HASH)
                .from(AUDIT_LINK)
                .where(AUDIT_LINK.NODE.eq(seal.node()))
                .orderBy(AUDIT_LINK.POSITION.desc())
                .limit(1)
                .fetchOptional(row -> new ChainHead(row.get(AUDIT_LINK.POSITION), row.get(AUDIT_LINK.HASH)));
    }

    private Condition waiting() {
        Long latest = database.sql().select(max(AUDIT_LINK.EVENT_ID)).from(AUDIT_LINK).fetchSingle().value1();
        return AUDIT_EVENT.ID.gt(latest == null ? 0 : latest - REACH)
                .and(AUDIT_EVENT.SEAL.isNotNull())
                .and(AUDIT_EVENT.NODE.eq(seal.node()).or(AUDIT_EVENT.OCCURRED_AT.lt(clock.instant().minus(LEFT_BEHIND))))
                .and(notExists(selectOne().from(AUDIT_LINK).where(AUDIT_LINK.EVENT_ID.eq(AUDIT_EVENT.ID))));
    }
}
