package org.gatehouse.oauth.bearer;

import static org.gatehouse.platform.database.schema.Tables.CLIENT_CALL_COUNT;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.gatehouse.identity.Caller;
import org.gatehouse.oauth.client.CallLimits;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.network.MinuteLimits;
import org.gatehouse.platform.database.schema.tables.ClientCallCount;

/**
 * Counts the calls of each person through each client against the app policy's limits. The minute is counted in memory, on each node by
 * itself: it keeps a runaway agent from hurting others. The day is counted in the database, because it is a quota that somebody relies on.
 */
@Singleton
class CallCounts {
    private static final ClientCallCount C = CLIENT_CALL_COUNT;

    private final Database database;
    private final InstantSource clock;
    private final MinuteLimits<Key> minutes;

    @Inject
    CallCounts(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.minutes = new MinuteLimits<>(clock);
    }

    /** Counts one call. After how long to try again, if it is one too many; empty if it may go on. */
    Optional<Duration> count(Caller caller, CallLimits limits) {
        if (limits.perMinute().isPresent()) {
            Optional<Duration> wait = minutes.take(new Key(caller.clientId(), caller.userId()), limits.perMinute().getAsInt());
            if (wait.isPresent()) {
                return wait;
            }
        }
        return limits.perDay().isEmpty() || day(caller, limits.perDay().getAsInt()) ? Optional.empty() : Optional.of(untilMidnight());
    }

    /** One conditional write decides who gets the last call of the day. */
    private boolean day(Caller caller, int limit) {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        if (counted(caller, today, limit)) {
            return true;
        }
        database.sql()
                .insertInto(C)
                .set(C.CLIENT_ID, caller.clientId())
                .set(C.USER_ID, caller.userId())
                .set(C.CALL_DAY, today)
                .set(C.CALLS, 0L)
                .onDuplicateKeyIgnore()
                .execute();
        return counted(caller, today, limit);
    }

    private boolean counted(Caller caller, LocalDate today, int limit) {
        return database.sql()
                        .update(C)
                        .set(C.CALLS, C.CALLS.plus(1))
                        .where(C.CLIENT_ID.eq(caller.clientId()))
                        .and(C.USER_ID.eq(caller.userId()))
                        .and(C.CALL_DAY.eq(today))
                        .and(C.CALLS.lt((long) limit))
                        .execute()
                == 1;
    }

    private Duration untilMidnight() {
        var now = clock.instant().atZone(ZoneOffset.UTC);
        return Duration.between(now, now.toLocalDate().plusDays(1).atStartOfDay(ZoneOffset.UTC));
    }

    private record Key(String clientId, String userId) {}
}
