package org.gatehouse.audit.chain;

import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;
import static org.gatehouse.platform.database.schema.Tables.AUDIT_LINK;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gatehouse.audit.EventSeal;
import org.gatehouse.platform.database.Database;
import org.jooq.Condition;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** What the database holds of the chains. Each piece is read in a transaction of its own: a long log must not need a long transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class StoredChain {
    @Inject
    Database database;

    @Inject
    EventSeal seal;

    @Inject
    EventChain chain;

    /** Gives events their links. */
    public int extend(int most) {
        return chain.extend(most);
    }

    /** The end of this node's chain. */
    public Optional<ChainHead> head() {
        return chain.head();
    }

    /** Whether there are events to link. */
    public boolean hasWaiting() {
        return chain.hasWaiting();
    }

    /** Whether this node's chain has that link. */
    public boolean holds(ChainHead link) {
        return link.position() == 0
                || database.sql().fetchExists(
                        AUDIT_LINK,
                        AUDIT_LINK.NODE.eq(seal.node()).and(AUDIT_LINK.POSITION.eq(link.position())).and(AUDIT_LINK.HASH.eq(link.hash())));
    }

    /** The nodes that have chains. */
    public List<String> nodes() {
        return database.sql().selectDistinct(AUDIT_LINK.NODE).from(AUDIT_LINK).orderBy(AUDIT_LINK.NODE).fetch(AUDIT_LINK.NODE);
    }

    /** The links of a node after a position, in order, each with its event. */
    public List<StoredLink> links(String node, long after, int most) {
        return database.sql()
                .select(AUDIT_LINK.POSITION, AUDIT_LINK.EVENT_ID, AUDIT_LINK.HASH)
                .select(AUDIT_EVENT.fields())
                .from(AUDIT_LINK)
                .leftJoin(AUDIT_EVENT)
                .on(AUDIT_EVENT.ID.eq(AUDIT_LINK.EVENT_ID))
                .where(AUDIT_LINK.NODE.eq(node))
                .and(AUDIT_LINK.POSITION.gt(after))
                .orderBy(AUDIT_LINK.POSITION)
                .limit(most)
                .fetch(row -> new StoredLink(row.get(AUDIT_LINK.POSITION), row.get(AUDIT_LINK.EVENT_ID), row.get(AUDIT_LINK.HASH), event(row)));
    }

    /** How many events have a seal and no link and happened around now. */
    public long waiting(Instant from, Instant to) {
        return database.sql().fetchCount(AUDIT_EVENT, unlinked().and(AUDIT_EVENT.SEAL.isNotNull()).and(AUDIT_EVENT.OCCURRED_AT.between(from, to)));
    }

    /** How many events there are from before the first that was linked, without a seal. */
    public long unsealed() {
        Long first = firstLinked();
        return database.sql().fetchCount(AUDIT_EVENT, AUDIT_EVENT.SEAL.isNull().and(first == null ? unlinked() : AUDIT_EVENT.ID.lt(first)));
    }

    /** The first event that has no link and should have one: it did not happen around now, and others after it are linked. */
    public Optional<Long> stray(Instant from, Instant to) {
        Long first = firstLinked();
        if (first == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(database.sql()
                .select(min(AUDIT_EVENT.ID))
                .from(AUDIT_EVENT)
                .where(unlinked())
                .and(AUDIT_EVENT.ID.gt(first))
                .and(AUDIT_EVENT.SEAL.isNull().or(AUDIT_EVENT.OCCURRED_AT.notBetween(from, to)))
                .fetchSingle()
                .value1());
    }

    private @Nullable Long firstLinked() {
        return database.sql().select(min(AUDIT_LINK.EVENT_ID)).from(AUDIT_LINK).fetchSingle().value1();
    }

    private static Condition unlinked() {
        return notExists(selectOne().from(AUDIT_LINK).where(AUDIT_LINK.EVENT_ID.eq(AUDIT_EVENT.ID)));
    }

    private StoredLink.@Nullable Event event(Record row) {
        return row.get(AUDIT_EVENT.ID) == null
                ? null
                : new StoredLink.Event(Objects.requireNonNullElse(row.get(AUDIT_EVENT.SEAL), ""), seal.of(row));
    }
}
