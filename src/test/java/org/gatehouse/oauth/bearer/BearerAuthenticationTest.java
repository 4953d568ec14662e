package org.gatehouse.oauth.bearer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.gatehouse.oauth.OAuthWorld.ADA;
import static org.gatehouse.oauth.OAuthWorld.BOB;
import static org.gatehouse.oauth.OAuthWorld.READS;
import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.CLIENT;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_SERVER;
import static org.gatehouse.platform.database.schema.Tables.OAUTH_GRANT;
import static org.gatehouse.platform.database.schema.Tables.ORGANIZATION;
import static org.gatehouse.platform.database.schema.Tables.SIGNING_KEY;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.audit.RefusalCounts;
import org.gatehouse.identity.Caller;
import org.gatehouse.oauth.OAuthWorld;
import org.gatehouse.oauth.token.AccessTokenClaims;
import org.gatehouse.oauth.token.AccessTokenVerifier;
import org.gatehouse.oauth.token.AccessTokens;
import org.gatehouse.oauth.token.ResourceIndicators;
import org.gatehouse.oauth.token.TestKeys;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.network.ClientAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RFC 6750 and RFC 9728 section 5.1; attacks V01 to V10. */
class BearerAuthenticationTest {
    private static final ClientAddress HERE = ClientAddress.parse("192.0.2.7").orElseThrow();
    private static final String PATH = "/mcp/v1/platform/object-reads";
    private static final String GRANT = "9a7b1f0e-0000-4000-8000-000000000001";
    private static final String METADATA = "resource_metadata=\"https://gatehouse.example/.well-known/oauth-protected-resource" + PATH + "\"";

    private final OAuthWorld world;
    private final RefusalCounts refusals;
    private ClientAddress address = HERE;
    private final BearerAuthentication authentication;
    private final AccessTokens tokens;
    private final String token;

    BearerAuthenticationTest(@TempDir Path home) {
        world = new OAuthWorld(home);
        var keys = TestKeys.loaded(world.database, world.deployment);
        tokens = new AccessTokens(keys, world.deployment, world.clock);
        var verified = new VerifiedTokens(new AccessTokenVerifier(keys, world.deployment), world.clock);
        refusals = new RefusalCounts(world.clock);
        authentication = new BearerAuthentication(
                new LiveTokens(
                        verified, new Connections(world.database), world.admission(),
                        new ResourceIndicators(world.deployment, world.servers)),
                world.clients, new CallCounts(world.database, world.clock), new BearerChallenge(world.deployment), refusals);
        grant(GRANT, "inspector", ADA);
        token = token(GRANT, "inspector", ADA);
    }

    @Test
    void admitsTheCallerOfAToken() {
        var outcome = authenticate("Bearer " + token);

        var caller = new Caller(ADA, "ada", "inspector", GRANT, READS, Set.of("mcp_api"), world.versions.current(Topic.ACCESS));
        assertThat(outcome).isInstanceOfSatisfying(BearerOutcome.Admitted.class, admitted -> {
            assertThat(admitted.caller()).isEqualTo(caller);
            assertThat(admitted.principal().getSubject()).isEqualTo(ADA);
        });
    }

    @Test
    void leavesTheAudienceToTheCatalog() {
        var outcome = authentication.authenticate(List.of("Bearer " + token), "/mcp/v1/platform/unknown", HERE);

        assertThat(outcome).isInstanceOf(BearerOutcome.Admitted.class);
    }

    @Test
    void tellsARequestWithoutCredentialsWhereToAskAndNoError() {
        var outcome = authentication.authenticate(List.of(), PATH, HERE);

        assertThat(outcome).isEqualTo(new BearerOutcome.Challenged("Bearer " + METADATA + ", scope=\"mcp_api\""));
    }

    @Test
    void tellsARequestWithBadCredentialsThatTheyAreInvalid() {
        assertInvalid(authenticate("Bearer not-a-token"));
        assertInvalid(authenticate("Basic YTpi"));
        assertInvalid(authenticate("Bearer " + token, "Bearer " + token));
        assertInvalid(authenticate("Bearer " + token + ", Bearer " + token));
    }

    @Test
    void refusesARevokedConnectionAtOnce() {
        assertThat(authenticate("Bearer " + token)).isInstanceOf(BearerOutcome.Admitted.class);

        world.database.sql().update(OAUTH_GRANT).set(OAUTH_GRANT.REVOKED_AT, Instant.now()).execute();

        assertInvalid(authenticate("Bearer " + token));
    }

    @Test
    void refusesTheTokenOfAFrozenConnectionUntilTheFreezeIsLifted() {
        world.database.sql().update(OAUTH_GRANT).set(OAUTH_GRANT.FROZEN_AT, Instant.now()).execute();
        var frozen = authenticate("Bearer " + token);
        world.database.sql().update(OAUTH_GRANT).setNull(OAUTH_GRANT.FROZEN_AT).execute();

        assertThat(frozen).isInstanceOf(BearerOutcome.Challenged.class);
        assertThat(authenticate("Bearer " + token)).isInstanceOf(BearerOutcome.Admitted.class);
    }

    @Test
    void refusesAnInactivePersonAtOnce() {
        assertThat(authenticate("Bearer " + token)).isInstanceOf(BearerOutcome.Admitted.class);

        world.deactivate(ADA);

        assertInvalid(authenticate("Bearer " + token));
    }

    @Test
    void refusesADisabledClientAtOnce() {
        assertThat(authenticate("Bearer " + token)).isInstanceOf(BearerOutcome.Admitted.class);

        world.disable("inspector");

        assertInvalid(authenticate("Bearer " + token));
    }

    @Test
    void refusesAPersonWhomTheAppPolicyNoLongerPermitsAtOnce() {
        assertThat(authenticate("Bearer " + token)).isInstanceOf(BearerOutcome.Admitted.class);

        world.withdrawPermissionSets(ADA);

        assertInvalid(authenticate("Bearer " + token));
    }

    @Test
    void r02RefusesAtOnceWhenAllConnectionsOfTheClientAreEnded() {
        assertAdmitted();

        world.set("inspector", CLIENT.REVOKED_VERSION, world.versions.current(Topic.ACCESS) + 1);

        assertInvalid(authenticate("Bearer " + token));
    }

    @Test
    void r02RefusesAtOnceWhenAllConnectionsOfThePersonAreEnded() {
        assertAdmitted();

        world.database.sql().update(APP_USER).set(APP_USER.REVOKED_VERSION, 1_000L).where(APP_USER.ID.eq(ADA)).execute();

        assertInvalid(authenticate("Bearer " + token));
    }

    @Test
    void r02RefusesAtOnceWhenEveryConnectionIsEnded() {
        assertAdmitted();

        world.setOrganization(ORGANIZATION.REVOKED_VERSION, 1_000L);

        assertInvalid(authenticate("Bearer " + token));
    }

    @Test
    void v12RefusesEachRequestFromOutsideTheRangesOfTheApp() {
        world.clientRange("inspector", "192.0.2.0", "192.0.2.255");
        assertAdmitted();

        address = ClientAddress.parse("198.51.100.1").orElseThrow();
        assertInvalid(authenticate("Bearer " + token));

        address = ClientAddress.UNKNOWN;
        assertInvalid(authenticate("Bearer " + token));
    }

    @Test
    void v12RefusesEachRequestFromOutsideTheLoginRangesUnlessTheyAreLookedAtOnlyWhenConnecting() {
        world.loginRange("198.51.100.0", "198.51.100.255");
        assertInvalid(authenticate("Bearer " + token));

        world.setOrganization(ORGANIZATION.ENFORCE_RANGES_ON_EACH_REQUEST, false);
        assertAdmitted();
    }

    @Test
    void refusesAConnectionMadeWithoutTheSecondFactorThatTheProfileDemandsNow() {
        assertAdmitted();

        world.demandSecondFactor();

        assertInvalid(authenticate("Bearer " + token));
        world.database.sql().update(OAUTH_GRANT).set(OAUTH_GRANT.ASSURANCE, "HIGH").execute();
        assertAdmitted();
    }

    @Test
    void i10AdmitsOnlyWhereTheRangesOfTheAppAndTheLoginRangesMeet() {
        world.clientRange("inspector", "192.0.2.0", "192.0.2.255");
        world.loginRange("192.0.2.128", "192.0.3.255");
        assertInvalid(authenticate("Bearer " + token));

        address = ClientAddress.parse("192.0.3.1").orElseThrow();
        assertInvalid(authenticate("Bearer " + token));

        address = ClientAddress.parse("192.0.2.200").orElseThrow();
        assertAdmitted();
    }

    @Test
    void refusesOutsideTheLoginHours() {
        var now = world.clock.instant().atZone(ZoneOffset.UTC);
        int minute = now.toLocalTime().get(ChronoField.MINUTE_OF_DAY);
        world.loginHours(now.getDayOfWeek(), minute, minute + 1);
        assertAdmitted();

        world.clock.advance(Duration.ofMinutes(1));

        assertInvalid(authenticate("Bearer " + token));
    }

    @Test
    void refusesAServerThatTheClientMayNoLongerReach() {
        world.allowServer("inspector", "platform/object-reads");
        assertAdmitted();

        world.database.sql().deleteFrom(CLIENT_SERVER).execute();
        world.changed();

        assertInvalid(authenticate("Bearer " + token));
    }

    @Test
    void refusesAConnectionThatIsLessSureThanThePolicyNowDemands() {
        assertAdmitted();

        world.set("inspector", CLIENT.REQUIRED_ASSURANCE, "HIGH");

        assertInvalid(authenticate("Bearer " + token));
    }

    @Test
    void countsCallsByTheMinute() {
        world.set("inspector", CLIENT.CALLS_PER_MINUTE, 3);
        for (int i = 0; i < 3; i++) {
            assertAdmitted();
        }

        assertThat(authenticate("Bearer " + token)).isInstanceOfSatisfying(
                BearerOutcome.Limited.class, limited -> assertThat(limited.retryAfter()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(21)));

        world.clock.advance(Duration.ofSeconds(20));
        assertAdmitted();
        assertThat(authenticate("Bearer " + token)).isInstanceOf(BearerOutcome.Limited.class);
    }

    @Test
    void countsCallsByTheDayOfUtcForEachPersonAndClient() {
        world.set("inspector", CLIENT.CALLS_PER_DAY, 2);
        assertAdmitted();
        assertAdmitted();

        assertThat(authenticate("Bearer " + token)).isInstanceOf(BearerOutcome.Limited.class);
    }

    @Test
    void u22AFloodBeyondTheCallLimitLeavesOneEventWithTheExactNumber() {
        world.set("inspector", CLIENT.CALLS_PER_DAY, 1);
        assertAdmitted();
        for (int i = 0; i < 70; i++) {
            authenticate("Bearer " + token);
        }
        List<AuditEvent> events = new ArrayList<>();

        refusals.flushAll(events::add);

        assertThat(events).extracting(AuditEvent::occurrences, AuditEvent::errorCode, AuditEvent::statusCode, AuditEvent::server)
                .containsExactly(tuple(70L, "APP_CALL_LIMIT", 429, "platform/object-reads"));
        assertThat(events.getFirst().actor()).isEqualTo(new Actor(ADA, "ada", "inspector", GRANT, HERE.toString()));
    }

    @Test
    void refusesAtTheSecondAtWhichAPermissionSetExpires() {
        world.lend(BOB, world.clock.instant().plusSeconds(60));
        String other = "9a7b1f0e-0000-4000-8000-000000000002";
        grant(other, "inspector", BOB);
        String bobs = token(other, "inspector", BOB);
        assertThat(authenticate("Bearer " + bobs)).isInstanceOf(BearerOutcome.Admitted.class);

        world.clock.advance(Duration.ofSeconds(60));

        assertInvalid(authenticate("Bearer " + bobs));
    }

    @Test
    void refusesARememberedTokenOnceItExpires() {
        assertThat(authenticate("Bearer " + token)).isInstanceOf(BearerOutcome.Admitted.class);

        world.clock.advance(Duration.ofMinutes(10));

        assertInvalid(authenticate("Bearer " + token));
    }

    @Test
    void v15RefusesARememberedTokenWhoseSigningKeyIsRemovedAtOnce() {
        assertThat(authenticate("Bearer " + token)).isInstanceOf(BearerOutcome.Admitted.class);

        // As another node does it: this one learns of it by nothing but the version.
        world.database.sql().deleteFrom(SIGNING_KEY).execute();
        world.changed();

        assertInvalid(authenticate("Bearer " + token));
    }

    @Test
    void refusesATokenThatNamesAnothersConnection() {
        assertInvalid(authenticate("Bearer " + token(GRANT, "inspector", BOB)));
        assertInvalid(authenticate("Bearer " + token(GRANT, "notebook", ADA)));
        assertInvalid(authenticate("Bearer " + token("no-such-grant", "inspector", ADA)));
    }

    @Test
    void putsNoOddPathIntoTheHeader() {
        for (String path : List.of("/mcp/\"x", "/mcp/a\r\nSet-Cookie: x", "/mcp/é", "/mcp/" + "a".repeat(300), "/mcp//x", "")) {
            var outcome = authentication.authenticate(List.of(), path, HERE);

            assertThat(outcome).isEqualTo(new BearerOutcome.Challenged(
                    "Bearer resource_metadata=\"https://gatehouse.example/.well-known/oauth-protected-resource\", scope=\"mcp_api\""));
        }
    }

    @Test
    void namesAllScopesThatAreNeeded() {
        var challenge = new BearerChallenge(world.deployment).insufficientScope(PATH, Set.of("mcp_api.write", "mcp_api.read"));

        assertThat(challenge).startsWith("Bearer error=\"insufficient_scope\"").contains(METADATA).endsWith("scope=\"mcp_api.read mcp_api.write\"");
    }

    private void assertAdmitted() {
        assertThat(authenticate("Bearer " + token)).isInstanceOf(BearerOutcome.Admitted.class);
    }

    private BearerOutcome authenticate(String... headers) {
        return authentication.authenticate(List.of(headers), PATH, address);
    }

    private static void assertInvalid(BearerOutcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(BearerOutcome.Challenged.class, challenged -> assertThat(challenged.challenge())
                .startsWith("Bearer error=\"invalid_token\"").contains(METADATA).endsWith("scope=\"mcp_api\""));
    }

    private String token(String grant, String client, String user) {
        return tokens.issue(new AccessTokenClaims(
                user, "ada", client, grant, READS, Set.of("mcp_api"), world.clock.instant().plus(Duration.ofMinutes(10))));
    }

    private void grant(String id, String client, String user) {
        world.database.sql()
                .insertInto(OAUTH_GRANT)
                .set(OAUTH_GRANT.ID, id)
                .set(OAUTH_GRANT.CLIENT_ID, client)
                .set(OAUTH_GRANT.USER_ID, user)
                .set(OAUTH_GRANT.RESOURCE, READS)
                .set(OAUTH_GRANT.SCOPE, "mcp_api")
                .set(OAUTH_GRANT.CREATED_AT, world.clock.instant())
                .set(OAUTH_GRANT.USE_COUNT, 0L)
                .execute();
    }
}
