package org.gatehouse.oauth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.platform.database.schema.Tables.SIGNING_KEY;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.gatehouse.oauth.OAuthWorld;
import org.gatehouse.oauth.token.SigningKeyState.Stage;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.Database;
import org.gatehouse.testing.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attack V15, on two nodes that share one database. */
class SigningKeyRotationTest {
    private static final Duration LEAD = Duration.ofMinutes(5);
    private static final Duration ROTATION = Duration.ofDays(90);

    private final OAuthWorld world;
    private final SigningKeys here;
    private final SigningKeys there;
    private final SigningKeyRotation rotation;
    private final String first;

    SigningKeyRotationTest(@TempDir Path home) {
        world = new OAuthWorld(home);
        here = node();
        there = node();
        rotation = new SigningKeyRotation(world.database, world.deployment, world.versions, new SigningKeySettings(LEAD, ROTATION), world.clock);
        first = here.current().getKeyID();
    }

    @Test
    void publishesTheNextKeyAtOnceOnEveryNode() {
        rotate();

        refresh();

        assertThat(published(here)).hasSize(2).contains(first).isEqualTo(published(there));
        assertThat(there.publicKeys().containsNonPublicKeys()).isFalse();
    }

    @Test
    void signsWithTheOldKeyUntilTheLeadHasPassedAndThenWithTheNext() {
        rotate();
        refresh();

        world.clock.advance(LEAD.minusSeconds(1));
        String before = here.current().getKeyID();
        world.clock.advance(Duration.ofSeconds(1));

        assertThat(before).isEqualTo(first);
        assertThat(here.current().getKeyID()).isNotEqualTo(first).isEqualTo(there.current().getKeyID());
    }

    @Test
    void saysOfEachKeyWhereItIsInItsLife() {
        rotate();

        assertThat(rotation.all()).extracting(SigningKeyState::stage).containsExactly(Stage.WAITING, Stage.SIGNING);
        world.clock.advance(LEAD);
        assertThat(rotation.all()).extracting(SigningKeyState::stage).containsExactly(Stage.SIGNING, Stage.RETIRED);
        assertThat(rotation.all().getLast().kid()).isEqualTo(first);
    }

    @Test
    void v15AnotherNodeChecksWhatTheNextKeySigns() {
        rotate();
        refresh();
        world.clock.advance(LEAD);

        String token = tokens(here).issue(claims());

        assertThat(verifier(there).verify(token)).isPresent();
    }

    @Test
    void v15AnOldTokenIsGoodUntilItsEnd() {
        String token = tokens(here).issue(claims());
        rotate();
        refresh();

        world.clock.advance(LEAD.plus(AccessTokens.LONGEST_LIFETIME));
        rotation.prune();
        world.changed();
        refresh();

        assertThat(verifier(here).verify(token)).isPresent();
        assertThat(published(there)).contains(first);
    }

    @Test
    void forgetsARetiredKeyOnceNoTokenOfItCanBeGood() {
        String token = tokens(here).issue(claims());
        rotate();
        refresh();

        world.clock.advance(LEAD.plus(SigningKey.OVERLAP));

        assertThat(published(here)).hasSize(1).doesNotContain(first).isEqualTo(published(there));
        assertThat(verifier(here).verify(token)).isEmpty();
        assertThat(rotation.prune()).isEqualTo(1);
    }

    @Test
    void v15ARemovedKeyIsRefusedOnEveryNode() {
        String token = tokens(here).issue(claims());
        var remembered = verifier(there).verify(token).orElseThrow();

        remove(first);
        long version = world.versions.current(Topic.ACCESS);

        assertThat(verifier(there).keyStands(remembered, version)).isFalse();
        assertThat(verifier(there).keyStands(remembered)).isFalse();
        assertThat(verifier(there).verify(token)).isEmpty();
        assertThat(there.current().getKeyID()).isNotEqualTo(first);
    }

    @Test
    void letsTheWaitingKeySignAtOnceWhenThePresentOneIsRemoved() {
        rotate();

        remove(first);
        refresh();

        assertThat(published(here)).hasSize(1).containsExactly(here.current().getKeyID()).doesNotContain(first);
        assertThat(there.current()).isEqualTo(here.current());
    }

    @Test
    void makesAnotherKeyWhenTheWaitingOneIsRemoved() {
        rotate();
        refresh();
        String waiting = published(here).stream().filter(kid -> !kid.equals(first)).findFirst().orElseThrow();

        remove(waiting);
        refresh();

        assertThat(here.current().getKeyID()).isNotIn(first, waiting);
        assertThat(published(here)).contains(first);
    }

    @Test
    void removesNothingForAnUnknownId() {
        assertThat(remove("' OR '1'='1")).isFalse();

        assertThat(published(there)).containsExactly(first);
    }

    @Test
    void doesNotRotateWhileAKeyWaitsToSign() {
        assertThat(rotate()).isTrue();

        assertThat(rotate()).isFalse();
    }

    @Test
    void rotatesByItselfAtItsAgeAndNotBefore() {
        world.clock.advance(ROTATION.minusSeconds(5));
        assertThat(rotateIfDue()).isFalse();

        world.clock.advance(Duration.ofSeconds(10));

        assertThat(rotateIfDue()).isTrue();
        assertThat(rotateIfDue()).isFalse();
    }

    @Test
    void rotatesOnceWhenNodesComeTogether() throws Exception {
        world.clock.advance(ROTATION.plusMinutes(1));
        try (var nodes = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> attempt = this::rotateIfDue;
            var attempts = nodes.invokeAll(List.of(attempt, attempt));
            int rotations = 0;
            for (var done : attempts) {
                rotations += done.get() ? 1 : 0;
            }

            assertThat(rotations).isEqualTo(1);
        }
        assertThat(world.database.sql().fetchCount(SIGNING_KEY)).isEqualTo(2);
    }

    @Test
    void rotatesOnPostgresqlAsWell(@TempDir Path home) {
        var database = new Database(TestPostgres.demoOrganisation());
        var deployment = new Deployment(OAuthWorld.URL, false, home.toString());
        var versions = new ConfigurationVersions(database);
        var keys = new SigningKeys(database, versions, deployment, world.clock);
        keys.load();
        String old = keys.current().getKeyID();
        var onPostgres = new SigningKeyRotation(database, deployment, versions, new SigningKeySettings(Duration.ZERO, ROTATION), world.clock);

        assertThat(onPostgres.rotateIfDue()).isFalse();
        assertThat(onPostgres.rotate()).isTrue();
        keys.refresh();
        String next = keys.current().getKeyID();
        assertThat(next).isNotEqualTo(old);
        assertThat(published(keys)).containsExactlyInAnyOrder(old, next);

        assertThat(onPostgres.remove(next)).isTrue();
        world.clock.advance(SigningKey.OVERLAP);
        assertThat(onPostgres.prune()).isEqualTo(1);
        keys.refresh();
        assertThat(published(keys)).hasSize(1).doesNotContain(old, next);
    }

    @Test
    void readsNoKeysWhileTheVersionStandsStill() {
        long version = world.versions.current(Topic.ACCESS);
        assertThat(here.holds(first, version)).isTrue();
        world.database.sql().deleteFrom(SIGNING_KEY).execute();

        assertThat(here.holds(first, version)).isTrue();
        assertThat(here.holds(first, version + 1)).isFalse();
    }

    @Test
    void noTokenOutlivesTheKeyThatSignedIt() throws Exception {
        var end = world.clock.instant().plus(Duration.ofDays(365));

        var token = SignedJWT.parse(tokens(here).issue(
                new AccessTokenClaims(OAuthWorld.ADA, "ada", "inspector", "a grant", OAuthWorld.READS, Set.of("mcp_api"), end)));

        assertThat(token.getJWTClaimsSet().getExpirationTime().toInstant()).isEqualTo(world.clock.instant().plus(AccessTokens.LONGEST_LIFETIME));
    }

    private SigningKeys node() {
        SigningKeys keys = new SigningKeys(world.database, world.versions, world.deployment, world.clock);
        keys.load();
        return keys;
    }

    private void refresh() {
        here.refresh();
        there.refresh();
    }

    private boolean rotate() {
        return world.transactions.run(rotation::rotate);
    }

    private boolean rotateIfDue() {
        return world.transactions.run(rotation::rotateIfDue);
    }

    private boolean remove(String kid) {
        return world.transactions.run(() -> rotation.remove(kid));
    }

    private AccessTokens tokens(SigningKeys keys) {
        return new AccessTokens(keys, world.deployment, world.clock);
    }

    private AccessTokenVerifier verifier(SigningKeys keys) {
        return new AccessTokenVerifier(keys, world.deployment);
    }

    private AccessTokenClaims claims() {
        return new AccessTokenClaims(
                OAuthWorld.ADA, "ada", "inspector", "a grant", OAuthWorld.READS, Set.of("mcp_api"),
                world.clock.instant().plus(AccessTokens.LONGEST_LIFETIME));
    }

    private static Set<String> published(SigningKeys keys) {
        return keys.publicKeys().getKeys().stream().map(JWK::getKeyID).collect(Collectors.toSet());
    }
}
