package org.gatehouse.identity.network;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.ORGANIZATION;
import static org.gatehouse.platform.database.schema.Tables.PROFILE;
import static org.gatehouse.platform.database.schema.Tables.PROFILE_LOGIN_HOURS;
import static org.gatehouse.platform.database.schema.Tables.PROFILE_LOGIN_RANGE;
import static org.gatehouse.platform.database.schema.Tables.TRUSTED_RANGE;
import static org.jooq.impl.DSL.noCondition;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.gatehouse.identity.Assurance;
import org.gatehouse.identity.network.NetworkSettings.Everybody;
import org.gatehouse.identity.network.NetworkSettings.Hours;
import org.gatehouse.identity.network.NetworkSettings.Profile;
import org.gatehouse.identity.network.NetworkSettings.Range;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.network.AddressRange;
import org.gatehouse.platform.network.AddressRanges;
import org.gatehouse.platform.network.ClientAddress;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jooq.DSLContext;

/** Reads and writes network access, as part of the caller's transaction. */
@Singleton
class NetworkSettingsStore {
    private final Database database;
    private final ConfigurationVersions versions;
    private final InstantSource clock;

    @Inject
    NetworkSettingsStore(Database database, ConfigurationVersions versions, InstantSource clock) {
        this.database = database;
        this.versions = versions;
        this.clock = clock;
    }

    Everybody everybody() {
        List<Range> trusted = database.sql().selectFrom(TRUSTED_RANGE).orderBy(TRUSTED_RANGE.FIRST_ADDRESS).fetch(row ->
                new Range(row.get(TRUSTED_RANGE.FIRST_ADDRESS), row.get(TRUSTED_RANGE.LAST_ADDRESS), row.get(TRUSTED_RANGE.DESCRIPTION)));
        return database.sql().selectFrom(ORGANIZATION).fetchSingle(row -> new Everybody(
                row.get(ORGANIZATION.ROW_VERSION), row.get(ORGANIZATION.ENFORCE_RANGES_ON_EACH_REQUEST),
                row.get(ORGANIZATION.MAX_CONNECTION_DAYS), row.get(ORGANIZATION.MAX_ACCESS_TOKEN_MINUTES), row.get(ORGANIZATION.TIME_ZONE),
                row.get(ORGANIZATION.CONNECTIONS_END_WITH_PASSWORD), trusted));
    }

    Everybody update(Everybody settings) {
        List<AddressRange> ranges = SettingsText.ranges("/trustedRanges", settings.trustedRanges());
        ZoneId zone = SettingsText.zone(settings.timeZone());
        SettingsText.between("/maxAccessTokenMinutes", settings.maxAccessTokenMinutes(), 1, 720);
        if (settings.maxConnectionDays() != null) {
            SettingsText.between("/maxConnectionDays", settings.maxConnectionDays(), 1, 3_650);
        }
        DSLContext sql = database.sql();
        int updated = sql.update(ORGANIZATION)
                .set(ORGANIZATION.ENFORCE_RANGES_ON_EACH_REQUEST, settings.enforceRangesOnEachRequest())
                .set(ORGANIZATION.MAX_CONNECTION_DAYS, settings.maxConnectionDays())
                .set(ORGANIZATION.MAX_ACCESS_TOKEN_MINUTES, settings.maxAccessTokenMinutes())
                .set(ORGANIZATION.TIME_ZONE, zone.getId())
                .set(ORGANIZATION.CONNECTIONS_END_WITH_PASSWORD, settings.connectionsEndWithPassword())
                .set(ORGANIZATION.ROW_VERSION, ORGANIZATION.ROW_VERSION.plus(1))
                .where(ORGANIZATION.ROW_VERSION.eq(settings.version() == null ? -1L : settings.version()))
                .execute();
        if (updated == 0) {
            throw changed();
        }
        sql.deleteFrom(TRUSTED_RANGE).execute();
        for (int i = 0; i < ranges.size(); i++) {
            AddressRange range = ranges.get(i);
            String description = settings.trustedRanges().get(i).description();
            sql.insertInto(TRUSTED_RANGE).values(range.first(), range.last(), description).onDuplicateKeyIgnore().execute();
        }
        versions.changed(Topic.ACCESS);
        return everybody();
    }

    Profile profile(String apiName) {
        String id = profileId(apiName);
        List<Range> ranges = database.sql().selectFrom(PROFILE_LOGIN_RANGE).where(PROFILE_LOGIN_RANGE.PROFILE_ID.eq(id))
                .orderBy(PROFILE_LOGIN_RANGE.FIRST_ADDRESS)
                .fetch(row -> new Range(
                        row.get(PROFILE_LOGIN_RANGE.FIRST_ADDRESS), row.get(PROFILE_LOGIN_RANGE.LAST_ADDRESS),
                        row.get(PROFILE_LOGIN_RANGE.DESCRIPTION)));
        List<Hours> hours = database.sql().selectFrom(PROFILE_LOGIN_HOURS).where(PROFILE_LOGIN_HOURS.PROFILE_ID.eq(id))
                .orderBy(PROFILE_LOGIN_HOURS.DAY_OF_WEEK, PROFILE_LOGIN_HOURS.START_MINUTE)
                .fetch(row -> new Hours(
                        row.get(PROFILE_LOGIN_HOURS.DAY_OF_WEEK), SettingsText.time(row.get(PROFILE_LOGIN_HOURS.START_MINUTE)),
                        SettingsText.time(row.get(PROFILE_LOGIN_HOURS.END_MINUTE))));
        return database.sql().selectFrom(PROFILE).where(PROFILE.ID.eq(id)).fetchSingle(row ->
                new Profile(row.get(PROFILE.NETWORK_VERSION), ranges, hours, row.get(PROFILE.REQUIRED_ASSURANCE)));
    }

    Profile update(String apiName, Profile settings, String administrator, ClientAddress address, boolean confirmed) {
        List<AddressRange> ranges = SettingsText.ranges("/ranges", settings.ranges());
        LoginHours hours = SettingsText.hours("/hours", settings.hours());
        Assurance assurance = SettingsText.assurance("/requiredAssurance", settings.requiredAssurance());
        String id = profileId(apiName);
        boolean outside = !ranges.isEmpty() && !new AddressRanges(ranges).contains(address);
        boolean late = !hours.include(clock.instant(), ZoneId.of(everybody().timeZone()));
        if (!confirmed && (outside || late) && holds(administrator, id)) {
            throw new ProblemException(new Problem.Conflict("This would shut you out now, at your address " + address
                    + ". Repeat it with confirm=true if you mean it."));
        }
        DSLContext sql = database.sql();
        int updated = sql.update(PROFILE)
                .set(PROFILE.REQUIRED_ASSURANCE, assurance.name())
                .set(PROFILE.NETWORK_VERSION, PROFILE.NETWORK_VERSION.plus(1))
                .where(PROFILE.ID.eq(id))
                .and(settings.version() == null ? noCondition() : PROFILE.NETWORK_VERSION.eq(settings.version()))
                .execute();
        if (updated == 0) {
            throw changed();
        }
        sql.deleteFrom(PROFILE_LOGIN_RANGE).where(PROFILE_LOGIN_RANGE.PROFILE_ID.eq(id)).execute();
        for (int i = 0; i < ranges.size(); i++) {
            AddressRange range = ranges.get(i);
            String description = settings.ranges().get(i).description();
            sql.insertInto(PROFILE_LOGIN_RANGE).values(id, range.first(), range.last(), description).onDuplicateKeyIgnore().execute();
        }
        sql.deleteFrom(PROFILE_LOGIN_HOURS).where(PROFILE_LOGIN_HOURS.PROFILE_ID.eq(id)).execute();
        for (LoginHours.Window window : hours.windows()) {
            DayOfWeek day = window.day();
            sql.insertInto(PROFILE_LOGIN_HOURS).values(id, day.getValue(), window.startMinute(), window.endMinute()).onDuplicateKeyIgnore().execute();
        }
        versions.changed(Topic.ACCESS);
        return profile(apiName);
    }

    private static ProblemException changed() {
        return new ProblemException(
                new Problem.Conflict("Somebody has changed these settings since you read them. Read them again and repeat your change."));
    }

    private boolean holds(String userId, String profileId) {
        return database.sql().fetchExists(APP_USER, APP_USER.ID.eq(userId).and(APP_USER.PROFILE_ID.eq(profileId)));
    }

    private String profileId(String apiName) {
        return database.sql().select(PROFILE.ID).from(PROFILE).where(PROFILE.API_NAME.eq(apiName))
                .fetchOptional(PROFILE.ID)
                .orElseThrow(() -> new ProblemException(
                        new Problem.NotFound(Problem.Thing.PROFILE, apiName, "There is no profile of this name.")));
    }
}
