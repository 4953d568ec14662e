package org.gatehouse.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.platform.database.schema.Tables.PROFILE_LOGIN_HOURS;
import static org.gatehouse.platform.database.schema.Tables.PROFILE_LOGIN_RANGE;
import static org.gatehouse.platform.database.schema.Tables.TRUSTED_RANGE;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.gatehouse.identity.LoginReason;
import org.gatehouse.identity.Users;
import org.gatehouse.identity.network.NetworkAccesses;
import org.gatehouse.identity.totp.TestSecondFactors;
import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.oauth.OAuthWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Login ranges and hours of a profile, and the organisation's trusted ranges; attacks A28 and I08. */
class ProfileLoginPolicyTest {
    private static final String INSIDE = "192.0.2.7";
    private static final String OUTSIDE = "198.51.100.7";
    /** A Monday. */
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final OAuthWorld world;
    private final TestSecondFactors factors;
    private final ProfileLoginPolicy policy;

    ProfileLoginPolicyTest(@TempDir Path home) {
        world = new OAuthWorld(home);
        factors = new TestSecondFactors(world.database, world.deployment, world.clock);
        policy = new ProfileLoginPolicy(
                new PermissionEngine(world.database, new ObjectCatalogs(world.database), InstantSource.fixed(NOON)),
                new NetworkAccesses(world.database), factors.secondFactors, world.versions);
    }

    @Test
    void admitsFromEverywhereAndAlwaysWhereNothingIsSet() {
        assertThat(refuses(OUTSIDE, NOON)).isEmpty();
        assertThat(refuses("not an address", NOON)).isEmpty();
    }

    @Test
    void a28AdmitsOnlyFromTheLoginRangesOfTheProfile() {
        world.loginRange("192.0.2.0", "192.0.2.255");

        assertThat(refuses(INSIDE, NOON)).isEmpty();
        assertThat(refuses("::ffff:192.0.2.7", NOON)).isEmpty();
        assertThat(refuses(OUTSIDE, NOON)).contains(LoginReason.OUTSIDE_LOGIN_RANGE);
        assertThat(refuses("not an address", NOON)).contains(LoginReason.OUTSIDE_LOGIN_RANGE);
    }

    @Test
    void admitsOnlyWithinTheLoginHoursOfTheProfile() {
        world.loginHours(DayOfWeek.MONDAY, 9 * 60, 12 * 60 + 1);

        assertThat(refuses(INSIDE, NOON)).isEmpty();
        assertThat(refuses(INSIDE, NOON.plusSeconds(60))).contains(LoginReason.OUTSIDE_LOGIN_HOURS);
        assertThat(refuses(INSIDE, Instant.parse("2026-11-24T12:00:00Z"))).contains(LoginReason.OUTSIDE_LOGIN_HOURS);
    }

    @Test
    void asksForMoreThanAPasswordOutsideTheTrustedRanges() {
        world.database.sql().insertInto(TRUSTED_RANGE).values("192.0.2.0", "192.0.2.255", null).execute();
        world.changed();

        assertThat(refuses(INSIDE, NOON)).isEmpty();
        assertThat(refuses(OUTSIDE, NOON)).contains(LoginReason.OUTSIDE_TRUSTED_RANGE);
        factors.enrol(OAuthWorld.ADA);
        assertThat(refuses(OUTSIDE, NOON)).isEmpty();
    }

    @Test
    void seesAChangeAtOnce() {
        world.loginRange("192.0.2.0", "192.0.2.255");
        assertThat(refuses(OUTSIDE, NOON)).isPresent();

        world.database.sql().deleteFrom(PROFILE_LOGIN_RANGE).execute();
        world.database.sql().deleteFrom(PROFILE_LOGIN_HOURS).execute();
        world.changed();

        assertThat(refuses(OUTSIDE, NOON)).isEmpty();
    }

    private Optional<LoginReason> refuses(String address, Instant now) {
        return policy.refuses(new Users(world.database).find(OAuthWorld.ADA).orElseThrow(), address, now);
    }
}
