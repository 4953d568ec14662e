package org.gatehouse.oauth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.platform.database.schema.Tables.CLIENT;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_ASSERTION;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.GeneralException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.gatehouse.oauth.OAuthWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7523 sections 2.2 and 3, OpenID Connect Core section 9; attack T08. The client {@code portal} has an RSA and an EC key. */
class ClientAssertionsTest {
    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final RSAKey RSA = rsa();
    private static final ECKey EC = ec();

    private final OAuthWorld world;
    private final ClientAuthentication authentication;

    ClientAssertionsTest(@TempDir Path home) {
        world = new OAuthWorld(home);
        world.set("portal", CLIENT.AUTHENTICATION_METHOD, "private_key_jwt");
        world.set("portal", CLIENT.JWKS, new JWKSet(List.of(RSA.toPublicJWK(), EC.toPublicJWK())).toString(true));
        authentication = authentication(uri -> new JWKSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS256"})
    void knowsAClientByItsSignature(String algorithm) throws Exception {
        assertThat(authenticate(signed(JWSAlgorithm.parse(algorithm), RSA, claims -> {})).id()).isEqualTo("portal");
    }

    @Test
    void knowsAClientByItsEllipticSignatureAndWithoutClientId() throws Exception {
        var form = form(signed(EC, claims -> {}));
        form.remove("client_id");

        assertThat(authenticate(form).id()).isEqualTo("portal");
    }

    @Test
    void takesTheIssuerOrTheTokenEndpointAsAudience() throws Exception {
        authenticate(signed(EC, claims -> claims.audience(OAuthWorld.URL)));
        authenticate(signed(EC, claims -> claims.audience(OAuthWorld.URL + "/oauth2/token")));
        authenticate(signed(EC, claims -> claims.audience(List.of(OAuthWorld.URL))));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://gatehouse.example/", "https://gatehouse.example/oauth2/token/", "http://gatehouse.example", "https://other.example",
        "https://gatehouse.example/oauth2/authorize", "https://gatehouse.example/mcp/v1/platform/object-reads", ""
    })
    void t08RefusesAnAssertionForAnotherAudience(String audience) {
        assertRefused(signed(EC, claims -> claims.audience(audience)));
    }

    @Test
    void t08RefusesAnAssertionForSeveralAudiencesOrNone() {
        assertRefused(signed(EC, claims -> claims.audience(List.of(OAuthWorld.URL, "https://other.example"))));
        assertRefused(signed(EC, claims -> claims.audience(List.of())));
    }

    @Test
    void t08RefusesAnAssertionOfOrAboutAnotherClient() {
        assertRefused(signed(EC, claims -> claims.issuer("notebook")));
        assertRefused(signed(EC, claims -> claims.subject("notebook")));
        assertRefused(signed(EC, claims -> claims.issuer("notebook").subject("notebook")));
        assertRefused(signed(EC, claims -> claims.issuer(null)));
        assertRefused(signed(EC, claims -> claims.subject(null)));
        var form = form(signed(EC, claims -> {}));
        form.put("client_id", List.of("notebook"));
        assertRefused(form);
    }

    @Test
    void t08RefusesAnAssertionOutsideOfItsTime() {
        assertRefused(signed(EC, claims -> claims.expirationTime(in(Duration.ofSeconds(-31)))));
        assertRefused(signed(EC, claims -> claims.expirationTime(in(Duration.ofSeconds(331)))));
        assertRefused(signed(EC, claims -> claims.expirationTime(null)));
        assertRefused(signed(EC, claims -> claims.notBeforeTime(in(Duration.ofSeconds(31)))));
    }

    @Test
    void takesAnAssertionToTheEndOfItsTime() throws Exception {
        authenticate(signed(EC, claims -> claims.expirationTime(in(Duration.ofMinutes(5)))));
        authenticate(signed(EC, claims -> claims.expirationTime(in(Duration.ofSeconds(1)))));
    }

    @Test
    void t08TakesAnAssertionOnce() throws Exception {
        var assertion = signed(EC, claims -> {});
        authenticate(assertion);

        assertRefused(assertion);
        assertRefused(signed(EC, claims -> claims.jwtID("same")), signed(EC, claims -> claims.jwtID("same").audience(OAuthWorld.URL)));
    }

    @Test
    void t08RefusesAnAssertionWithoutAProperId() {
        assertRefused(signed(EC, claims -> claims.jwtID(null)));
        assertRefused(signed(EC, claims -> claims.jwtID("")));
        assertRefused(signed(EC, claims -> claims.jwtID("x".repeat(201))));
    }

    @Test
    void t08TakesAnAssertionOnceThoughManyPresentItAtOnce() throws Exception {
        var form = form(signed(EC, claims -> {}));
        var taken = new AtomicInteger();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                threads.execute(() -> world.transactions.run(() -> accepts(form) ? taken.incrementAndGet() : 0));
            }
        }

        assertThat(taken).hasValue(1);
    }

    @Test
    void t08RefusesAnAssertionThatIsNotSignedByTheClientsKey() throws Exception {
        var stranger = new ECKeyGenerator(Curve.P_256).keyID(EC.getKeyID()).generate();

        assertRefused(signed(stranger, claims -> {}));
        assertRefused(form(signed(EC, claims -> {}).serialize().replaceAll("\\.[^.]*$", ".")));
        assertRefused(form(new PlainJWT(claims().build()).serialize()));
    }

    @Test
    void t08RefusesASymmetricSignatureWithThePublicKey() throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(RSA.getKeyID()).build();

        assertRefused(signed(header, new MACSigner(RSA.toRSAPublicKey().getEncoded()), claims().build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS384", "RS512", "PS512"})
    void t08RefusesOtherAlgorithms(String algorithm) throws Exception {
        assertRefused(signed(JWSAlgorithm.parse(algorithm), RSA, claims -> {}));
    }

    @Test
    void t08TakesNoKeyFromTheAssertion() throws Exception {
        var stranger = new ECKeyGenerator(Curve.P_256).keyID("new").generate();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).jwk(stranger.toPublicJWK()).keyID("new").build();

        assertRefused(signed(header, new ECDSASigner(stranger), claims().build()));
    }

    @Test
    void t08TakesNoTokenOfAnotherKindForAnAssertion() throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("at+jwt")).keyID(EC.getKeyID()).build();
        var right = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("client-authentication+jwt")).keyID(EC.getKeyID()).build();

        assertRefused(signed(header, new ECDSASigner(EC), claims().build()));
        authenticate(signed(right, new ECDSASigner(EC), claims().build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_secret_basic", "client_secret_post", "none"})
    void t08RefusesAnAssertionFromAClientOfAnotherMethod(String method) {
        world.set("portal", CLIENT.AUTHENTICATION_METHOD, method);

        assertRefused(signed(EC, claims -> {}));
    }

    @Test
    void t08RefusesAnotherMethodFromAClientOfThisOne() {
        assertRefused(new HashMap<>(Map.of("client_id", List.of("portal"))));
        assertRefused(new HashMap<>(Map.of("client_id", List.of("portal"), "client_secret", List.of(OAuthWorld.SECRET))));
    }

    @Test
    void t08RefusesAnAssertionBesideASecret() {
        var form = form(signed(EC, claims -> {}));
        form.put("client_secret", List.of(OAuthWorld.SECRET));

        assertRefused(form);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "urn:ietf:params:oauth:client-assertion-type:saml2-bearer"})
    void t08RefusesAnAssertionOfAnotherType(String type) {
        var form = form(signed(EC, claims -> {}));
        form.put("client_assertion_type", List.of(type));
        assertRefused(form);
        form.remove("client_assertion_type");
        assertRefused(form);
        form.put("client_assertion_type", List.of(TYPE));
        form.put("client_assertion", List.of(type));
        assertRefused(form);
    }

    @Test
    void takesTheKeysFromElsewhereIfTheyAreThere() throws Exception {
        world.set("portal", CLIENT.JWKS, null);
        world.set("portal", CLIENT.JWKS_URI, "https://client.example/keys");
        var form = form(signed(EC, claims -> {}));
        assertRefused(form);

        var fetched = authentication(uri -> uri.equals("https://client.example/keys") ? new JWKSet(EC.toPublicJWK()) : new JWKSet());

        assertThat(fetched.require(ClientCredentials.parse(List.of(), form)).id()).isEqualTo("portal");
    }

    @Test
    void forgetsAnIdAfterItsAssertionHasExpired() throws Exception {
        authenticate(signed(EC, claims -> {}));
        var used = new UsedAssertions(world.database);

        used.removeExpired(world.clock.instant());
        assertThat(world.database.sql().fetchCount(CLIENT_ASSERTION)).isEqualTo(1);
        world.clock.advance(Duration.ofMinutes(11));
        used.removeExpired(world.clock.instant());

        assertThat(world.database.sql().fetchCount(CLIENT_ASSERTION)).isZero();
    }

    private ClientAuthentication authentication(KeySets remote) {
        var usable = new UsableClients(world.clients, world.database, world.clock);
        return new ClientAuthentication(
                usable, new ClientAssertions(remote, new UsedAssertions(world.database), world.deployment, world.clock), world.clock);
    }

    private RegisteredClient authenticate(SignedJWT assertion) throws GeneralException {
        return authenticate(form(assertion));
    }

    private RegisteredClient authenticate(Map<String, List<String>> form) throws GeneralException {
        return authentication.require(ClientCredentials.parse(List.of(), form));
    }

    private boolean accepts(Map<String, List<String>> form) {
        try {
            authenticate(form);
            return true;
        } catch (GeneralException e) {
            assertThat(e.getErrorObject().getCode()).isEqualTo("invalid_client");
            assertThat(e.getErrorObject().getHTTPStatusCode()).isEqualTo(401);
            return false;
        }
    }

    private void assertRefused(SignedJWT first, SignedJWT second) throws GeneralException {
        authenticate(first);
        assertRefused(second);
    }

    private void assertRefused(SignedJWT assertion) {
        assertRefused(form(assertion));
    }

    private void assertRefused(Map<String, List<String>> form) {
        assertThat(accepts(form)).isFalse();
    }

    private static Map<String, List<String>> form(SignedJWT assertion) {
        return form(assertion.serialize());
    }

    private static Map<String, List<String>> form(String assertion) {
        return new HashMap<>(Map.of(
                "client_id", List.of("portal"), "client_assertion_type", List.of(TYPE), "client_assertion", List.of(assertion)));
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("portal")
                .subject("portal")
                .audience(OAuthWorld.URL)
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(in(Duration.ofMinutes(1)));
    }

    private SignedJWT signed(ECKey key, Consumer<JWTClaimsSet.Builder> change) {
        try {
            var claims = claims();
            change.accept(claims);
            return signed(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), new ECDSASigner(key), claims.build());
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private SignedJWT signed(JWSAlgorithm algorithm, RSAKey key, Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
        var claims = claims();
        change.accept(claims);
        return signed(new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), new RSASSASigner(key), claims.build());
    }

    private static SignedJWT signed(JWSHeader header, JWSSigner signer, JWTClaimsSet claims) throws JOSEException {
        var jwt = new SignedJWT(header, claims);
        jwt.sign(signer);
        return jwt;
    }

    private Date in(Duration duration) {
        return Date.from(world.clock.instant().plus(duration));
    }

    private static RSAKey rsa() {
        try {
            return new RSAKeyGenerator(2048).keyID("rsa").generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static ECKey ec() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
