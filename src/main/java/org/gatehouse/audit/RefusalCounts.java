package org.gatehouse.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Refusals that come in floods, because who is refused tries again at once. They are counted, and leave one event for each rule, budget and
 * minute, with the exact number in it: a flood must fill nobody's storage, and must not go unseen.
 */
@Singleton
public class RefusalCounts {
    private final InstantSource clock;
    private final ConcurrentMap<Key, AuditEvent> counted = new ConcurrentHashMap<>();

    @Inject
    public RefusalCounts(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Counts a refusal.
     *
     * @param draft what is known of what was refused; its event tells what all refusals that it stands for have in common
     * @param rule why
     * @param budget whose, so that there are no more of them than there are budgets
     */
    public void count(AuditDraft draft, int httpStatus, String rule, String budget) {
        Instant now = clock.instant();
        draft.begin(now);
        draft.refused(httpStatus, rule);
        counted.merge(new Key(rule, budget, now.truncatedTo(ChronoUnit.MINUTES)), draft.returned(), RefusalCounts::together);
    }

    /** Hands over the events of the minutes that are over; what cannot be written stays for the next time. */
    public void flush(Consumer<AuditEvent> log) {
        flush(log, clock.instant().truncatedTo(ChronoUnit.MINUTES));
    }

    /** Hands over all events, because there is no next time. */
    public void flushAll(Consumer<AuditEvent> log) {
        flush(log, Instant.MAX);
    }

    private void flush(Consumer<AuditEvent> log, Instant before) {
        for (Iterator<Key> keys = counted.keySet().iterator(); keys.hasNext(); ) {
            Key key = keys.next();
            if (key.minute().isBefore(before)) {
                AuditEvent event = Objects.requireNonNull(counted.remove(key), "only one flushes at a time");
                try {
                    log.accept(event);
                } catch (RuntimeException e) {
                    counted.merge(key, event, RefusalCounts::together);
                    throw e;
                }
            }
        }
    }

    private static AuditEvent together(AuditEvent one, AuditEvent other) {
        return new AuditEvent(
                one.occurredAt(), one.type(), one.requestId(), together(one.actor(), other.actor()), one.channel(), same(one.server(), other.server()),
                same(one.method(), other.method()), same(one.tool(), other.tool()), null, one.objects(), one.recordIds(), null, null, one.outcome(),
                one.statusCode(), one.errorCode(), one.duration(), same(one.protocolVersion(), other.protocolVersion()), null,
                one.occurrences() + other.occurrences());
    }

    private static Actor together(Actor one, Actor other) {
        return new Actor(
                same(one.userId(), other.userId()), same(one.username(), other.username()), same(one.clientId(), other.clientId()),
                same(one.grantId(), other.grantId()), same(one.clientAddress(), other.clientAddress()),
                same(one.tokenDigest(), other.tokenDigest()));
    }

    private static @Nullable String same(@Nullable String one, @Nullable String other) {
        return Objects.equals(one, other) ? one : null;
    }

    /** How many events there will be. */
    int size() {
        return counted.size();
    }

    private record Key(String rule, String budget, Instant minute) {}
}
