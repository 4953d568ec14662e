package org.gatehouse.identity.network;

import static org.gatehouse.platform.database.schema.Tables.ORGANIZATION;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET;
import static org.gatehouse.platform.database.schema.Tables.PROFILE;
import static org.gatehouse.platform.database.schema.Tables.PROFILE_LOGIN_HOURS;
import static org.gatehouse.platform.database.schema.Tables.PROFILE_LOGIN_RANGE;
import static org.gatehouse.platform.database.schema.Tables.TRUSTED_RANGE;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.identity.Assurance;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.network.AddressRange;
import org.gatehouse.platform.network.AddressRanges;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Keeps the {@link NetworkAccess} of the newest version asked for in memory. */
@Singleton
public class NetworkAccesses {
    private final Database database;
    private volatile @Nullable Snapshot latest;

    @Inject
    public NetworkAccesses(Database database) {
        this.database = database;
    }

    /** The settings at a version of the access configuration that the caller has read already. */
    public NetworkAccess at(long accessVersion) {
        Snapshot known = latest;
        if (known == null || known.version() != accessVersion) {
            // The version was read before these rows, so they are at least as new as the number they are kept under.
            known = new Snapshot(accessVersion, load(database.sql()));
            latest = known;
        }
        return known.access();
    }

    private static NetworkAccess load(DSLContext sql) {
        Map<String, List<AddressRange>> ranges = sql.selectFrom(PROFILE_LOGIN_RANGE).fetchGroups(
                PROFILE_LOGIN_RANGE.PROFILE_ID,
                row -> AddressRange.of(row.get(PROFILE_LOGIN_RANGE.FIRST_ADDRESS), row.get(PROFILE_LOGIN_RANGE.LAST_ADDRESS)));
        Map<String, List<LoginHours.Window>> hours =
                sql.selectFrom(PROFILE_LOGIN_HOURS).fetchGroups(PROFILE_LOGIN_HOURS.PROFILE_ID, NetworkAccesses::window);
        Map<String, LoginPolicy> policies = new HashMap<>();
        sql.select(PERMISSION_SET.ID, PERMISSION_SET.PROFILE_ID, PROFILE.REQUIRED_ASSURANCE)
                .from(PERMISSION_SET)
                .join(PROFILE)
                .on(PROFILE.ID.eq(PERMISSION_SET.PROFILE_ID))
                .forEach(row -> policies.put(
                        row.value1(),
                        new LoginPolicy(
                                new AddressRanges(ranges.getOrDefault(row.value2(), List.of())),
                                new LoginHours(hours.getOrDefault(row.value2(), List.of())),
                                Assurance.valueOf(row.value3()))));
        return new NetworkAccess(organization(sql), policies);
    }

    private static LoginHours.Window window(Record row) {
        return new LoginHours.Window(
                DayOfWeek.of(row.get(PROFILE_LOGIN_HOURS.DAY_OF_WEEK)),
                row.get(PROFILE_LOGIN_HOURS.START_MINUTE),
                row.get(PROFILE_LOGIN_HOURS.END_MINUTE));
    }

    private static Organization organization(DSLContext sql) {
        List<AddressRange> trusted = sql.selectFrom(TRUSTED_RANGE)
                .fetch(row -> AddressRange.of(row.get(TRUSTED_RANGE.FIRST_ADDRESS), row.get(TRUSTED_RANGE.LAST_ADDRESS)));
        return sql.selectFrom(ORGANIZATION).fetchSingle(row -> new Organization(
                row.get(ORGANIZATION.ENFORCE_RANGES_ON_EACH_REQUEST),
                Optional.ofNullable(row.get(ORGANIZATION.MAX_CONNECTION_DAYS)).map(Duration::ofDays),
                Duration.ofMinutes(row.get(ORGANIZATION.MAX_ACCESS_TOKEN_MINUTES)),
                ZoneId.of(row.get(ORGANIZATION.TIME_ZONE)),
                new AddressRanges(trusted)));
    }

    private record Snapshot(long version, NetworkAccess access) {}
}
