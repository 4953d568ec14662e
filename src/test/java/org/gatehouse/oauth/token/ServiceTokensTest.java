package org.gatehouse.oauth.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.gatehouse.identity.Caller;
import org.gatehouse.oauth.OAuthWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tokens for services; attack V13. */
class ServiceTokensTest {
    private final OAuthWorld world;
    private final SigningKeys keys;
    private final ServiceTokens tokens;

    ServiceTokensTest(@TempDir Path home) {
        world = new OAuthWorld(home);
        keys = TestKeys.loaded(world.database, world.deployment);
        tokens = new ServiceTokens(keys, world.deployment, InstantSource.system());
    }

    @Test
    void saysWhoCallsThroughWhatAndForWhomForAMinute() throws Exception {
        SignedJWT token = SignedJWT.parse(tokens.issue(caller(), "https://orders.example", "mcp_api.read"));

        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(world.deployment.publicUrl());
        assertThat(claims.getSubject()).isEqualTo(OAuthWorld.ADA);
        assertThat(claims.getAudience()).containsExactly("https://orders.example");
        assertThat(claims.getStringClaim("preferred_username")).isEqualTo("ada");
        assertThat(claims.getStringClaim("client_id")).isEqualTo("inspector");
        assertThat(claims.getStringClaim("scope")).isEqualTo("mcp_api.read");
        assertThat(claims.getJWTID()).isNotEmpty();
        assertThat(claims.getClaim("grant_id")).as("nothing that leads back to the connection").isNull();
        assertThat(Duration.between(claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant())).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void isCheckedWithThePublishedKeys() throws Exception {
        SignedJWT token = SignedJWT.parse(tokens.issue(caller(), "https://orders.example", "mcp_api.read"));

        RSAKey published = keys.publicKeys().getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();

        assertThat(token.verify(new RSASSAVerifier(published))).isTrue();
    }

    @Test
    void v13OpensNoDoorOfGatehouseWhateverItsAudience() {
        var verifier = new AccessTokenVerifier(keys, world.deployment);

        assertThat(verifier.verify(tokens.issue(caller(), OAuthWorld.READS, "mcp_api"))).isEmpty();
        assertThat(verifier.verify(tokens.issue(caller(), world.deployment.url("/api/v1"), "api"))).isEmpty();
    }

    private static Caller caller() {
        return new Caller(OAuthWorld.ADA, "ada", "inspector", "grant", OAuthWorld.READS, Set.of("mcp_api"), 1);
    }
}
