package org.gatehouse.oauth.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.PlainObject;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.oauth.OAuthWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;

/** RFC 9068 section 4, RFC 8725; attacks V02, V03, V05, V16. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTokenVerifierTest {
    private final AccessTokenClaims issued = new AccessTokenClaims(
            OAuthWorld.ADA, "ada", "inspector", "a-grant", OAuthWorld.READS, Set.of("mcp_api"), Instant.now().plusSeconds(600));

    private final OAuthWorld world;
    private final SigningKeys keys;
    private final RSAKey key;
    private final AccessTokenVerifier verifier;
    private final Map<String, Object> claims = new HashMap<>();

    AccessTokenVerifierTest(@TempDir Path home) {
        world = new OAuthWorld(home);
        keys = TestKeys.loaded(world.database, world.deployment);
        key = keys.current();
        verifier = new AccessTokenVerifier(keys, world.deployment);
    }

    @BeforeEach
    void takeTheClaimsOfAGoodToken() throws Exception {
        String token = new AccessTokens(keys, world.deployment, InstantSource.system()).issue(issued);
        claims.clear();
        claims.putAll(JWSObject.parse(token).getPayload().toJSONObject());
    }

    @Test
    void readsATokenOfOurs() throws Exception {
        var verified = verifier.verify(signed(ours().build()));

        assertThat(verified).isPresent();
        assertThat(verified.get().claims().userId()).isEqualTo(OAuthWorld.ADA);
        assertThat(verified.get().claims().resource()).isEqualTo(OAuthWorld.READS);
        assertThat(verified.get().claims().scopes()).containsExactly("mcp_api");
        assertThat(verified.get().principal().getSubject()).isEqualTo(OAuthWorld.ADA);
    }

    @Test
    void v03RefusesATokenWithoutSignature() {
        var unsigned = new PlainObject(new PlainHeader.Builder().type(AccessTokens.TYPE).build(), new Payload(claims)).serialize();

        assertThat(verifier.verify(unsigned)).isEmpty();
        assertThat(verifier.verify(spliced("{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"" + key.getKeyID() + "\"}", ""))).isEmpty();
        assertThat(verifier.verify(spliced("{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"" + key.getKeyID() + "\"}", ""))).isEmpty();
    }

    @Test
    void v03RefusesAPublicKeyUsedAsASharedSecret() throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).type(AccessTokens.TYPE).keyID(key.getKeyID()).build();
        var token = new JWSObject(header, new Payload(claims));
        token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));

        assertThat(verifier.verify(token.serialize())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS384", "RS512", "PS256"})
    void v03RefusesAnotherAlgorithmOfTheSameKey(String algorithm) throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.parse(algorithm)).type(AccessTokens.TYPE).keyID(key.getKeyID()).build();

        assertThat(verifier.verify(signed(header))).isEmpty();
    }

    @Test
    void refusesAKeyThatIsNotOurs() throws Exception {
        var other = new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate();
        var token = new JWSObject(ours().build(), new Payload(claims));
        token.sign(new RSASSASigner(other));

        assertThat(verifier.verify(token.serialize())).isEmpty();
    }

    @Test
    void v03RefusesAKeyThatTheTokenBrings() throws Exception {
        var other = new RSAKeyGenerator(2048).keyID("evil").generate();
        var header = ours().keyID("evil").jwk(other.toPublicJWK()).build();
        var token = new JWSObject(header, new Payload(claims));
        token.sign(new RSASSASigner(other));

        assertThat(verifier.verify(token.serialize())).isEmpty();
    }

    @Test
    void v03RefusesHeadersThatOursNeverHaveEvenIfTheSignatureIsRight() throws Exception {
        assertThat(verifier.verify(signed(ours().jwkURL(URI.create("https://evil.example/jwks")).build()))).isEmpty();
        assertThat(verifier.verify(signed(ours().x509CertURL(URI.create("https://evil.example/cert")).build()))).isEmpty();
        assertThat(verifier.verify(signed(ours().jwk(key.toPublicJWK()).build()))).isEmpty();
        assertThat(verifier.verify(signed(ours().criticalParams(Set.of("exp")).build()))).isEmpty();
        assertThat(verifier.verify(signed(ours().customParam("anything", "x").build()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../../../dev/null", "' OR '1'='1", "https://evil.example/key", "unknown"})
    void v03RefusesAKeyIdThatIsNotOurs(String kid) throws Exception {
        assertThat(verifier.verify(signed(ours().keyID(kid).build()))).isEmpty();
    }

    @Test
    void refusesATokenWithoutKeyId() throws Exception {
        assertThat(verifier.verify(signed(ours().keyID(null).build()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jwt", "id_token+jwt", "application/at+jwt", "AT+JWT2"})
    void v03RefusesAnotherType(String type) throws Exception {
        assertThat(verifier.verify(signed(ours().type(new JOSEObjectType(type)).build()))).isEmpty();
    }

    @Test
    void refusesATokenWithoutType() throws Exception {
        assertThat(verifier.verify(signed(ours().type(null).build()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "sub", "aud", "exp", "iat", "jti", "client_id", "scope", "grant_id", "username"})
    void v02RefusesATokenWithoutAClaim(String claim) throws Exception {
        claims.remove(claim);

        assertThat(verifier.verify(signed(ours().build()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"iss, https://other.example", "iss, https://gatehouse.example/", "iss, HTTPS://gatehouse.example", "exp, soon", "nbf, 99999999999",
        "iss, https://staging.gatehouse.example"})
    void v02v05RefusesAWrongClaim(String claim, String value) throws Exception {
        claims.put(claim, value.matches("[0-9]+") ? (Object) Long.valueOf(value) : value);

        assertThat(verifier.verify(signed(ours().build()))).isEmpty();
    }

    /** RFC 7519 section 2: a NumericDate is a number; one that no clock reaches, or that is already over, is none that we wrote. */
    @ParameterizedTest
    @ValueSource(strings = {"\"99999999999\"", "1e400", "-1", "0", "99999999999999999999999999", "true", "null", "[99999999999]", "{}"})
    void v02RefusesAnExpiryThatIsNoMomentToCome(String expiry) throws Exception {
        claims.remove("exp");
        String payload = payload().replaceFirst("\\{", "{\"exp\":" + expiry + ",");
        String header = "{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"" + key.getKeyID() + "\"}";

        assertThat(verifier.verify(signed(header, payload))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1700000000\"", "1e400", "99999999999999999999999999", "true", "null", "[1700000000]", "{}"})
    void v02RefusesAnIssueThatIsNoMoment(String issued) throws Exception {
        claims.remove("iat");
        String payload = payload().replaceFirst("\\{", "{\"iat\":" + issued + ",");
        String header = "{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"" + key.getKeyID() + "\"}";

        assertThat(verifier.verify(signed(header, payload))).isEmpty();
    }

    @Test
    void refusesMoreThanOneAudience() throws Exception {
        claims.put("aud", List.of(OAuthWorld.READS, OAuthWorld.ALL));

        assertThat(verifier.verify(signed(ours().build()))).isEmpty();
    }

    @Test
    void v02v16RefusesAnExpiredTokenWithinAMinute() throws Exception {
        claims.put("exp", Instant.now().minusSeconds(60).getEpochSecond());

        assertThat(verifier.verify(signed(ours().build()))).isEmpty();
    }

    @Test
    void refusesAnAlteredToken() throws Exception {
        String token = signed(ours().build());
        int dot = token.lastIndexOf('.');

        assertThat(verifier.verify(token.substring(0, dot + 1) + Base64URL.encode("no signature"))).isEmpty();
        assertThat(verifier.verify(token.substring(0, dot))).isEmpty();
        assertThat(verifier.verify(token + "A")).isEmpty();
        assertThat(verifier.verify(token + ".AA")).isEmpty();
    }

    @Test
    void v03RefusesDuplicateHeaderNamesAndClaims() throws Exception {
        String kid = "\"kid\":\"" + key.getKeyID() + "\"";

        assertThat(verifier.verify(signed("{\"alg\":\"RS256\",\"alg\":\"RS256\",\"typ\":\"at+jwt\"," + kid + "}", payload()))).isEmpty();
        String twice = payload().replaceFirst("\\{", "{\"iss\":\"https://gatehouse.example\",");
        assertThat(verifier.verify(signed("{\"alg\":\"RS256\",\"typ\":\"at+jwt\"," + kid + "}", payload()))).isPresent();
        assertThat(verifier.verify(signed("{\"alg\":\"RS256\",\"typ\":\"at+jwt\"," + kid + "}", twice))).isEmpty();
    }

    @Test
    void refusesWhatIsNoTokenAtAll() {
        String deep = Base64URL.encode("{\"alg\":" + "[".repeat(5000)).toString();
        for (String text : List.of("", ".", "..", "a.b.c", "x", "{}.{}.{}", deep + "..", "A".repeat(100_000), "é.é.é")) {
            assertThat(verifier.verify(text)).as(text).isEmpty();
        }
    }

    private JWSHeader.Builder ours() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).type(AccessTokens.TYPE).keyID(key.getKeyID());
    }

    private String signed(JWSHeader header) throws Exception {
        var token = new JWSObject(header, new Payload(claims));
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    /** A rightly signed token of exactly this text. */
    private String signed(String header, String payload) throws Exception {
        String input = Base64URL.encode(header) + "." + Base64URL.encode(payload);
        var rsa = java.security.Signature.getInstance("SHA256withRSA");
        rsa.initSign(key.toRSAPrivateKey());
        rsa.update(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + Base64URL.encode(rsa.sign());
    }

    private String spliced(String header, @Nullable String signature) {
        return Base64URL.encode(header) + "." + Base64URL.encode(payload()) + "." + signature;
    }

    private String payload() {
        return JSONObjectUtils.toJSONString(claims);
    }
}
