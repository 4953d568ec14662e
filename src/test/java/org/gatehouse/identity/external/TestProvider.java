package org.gatehouse.identity.external;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.MultivaluedMapUtils;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.platform.json.Json;

/** An OpenID provider in this process. It does as it should until a test bends what it says. */
public final class TestProvider implements AutoCloseable {
    public static final String CLIENT = "gatehouse";
    public static final String SECRET = "the secret of the tests";

    private static final RSAKey KEY = key("provider-key");
    private static final RSAKey OTHER_KEY = key("other-key");

    /** What the ID token says, over the good claims; an empty text removes a claim. */
    public final Map<String, Object> claims = new LinkedHashMap<>();
    /** What the metadata say, over the good ones; an empty text removes a member. */
    final Map<String, Object> metadata = new LinkedHashMap<>();
    final AtomicInteger keyRequests = new AtomicInteger();
    final AtomicInteger metadataRequests = new AtomicInteger();
    public final String issuer;
    Signature signature = Signature.RS256;
    String metadataText = "";

    private final HttpServer server;
    private Map<String, List<String>> asked = Map.of();

    /** How an ID token is signed. */
    enum Signature { RS256, RS512, HS256, NONE, OTHER_KEY }

    public TestProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        issuer = "http://127.0.0.1:" + server.getAddress().getPort() + "/realm";
        server.createContext("/realm/.well-known/openid-configuration", exchange -> {
            metadataRequests.incrementAndGet();
            answer(exchange, 200, metadataText.isEmpty() ? Json.text(metadata()) : metadataText);
        });
        server.createContext("/realm/keys", exchange -> {
            keyRequests.incrementAndGet();
            answer(exchange, 200, new JWKSet(KEY).toPublicJWKSet().toString());
        });
        server.createContext("/realm/token", this::token);
        server.createContext("/realm/redirect", exchange -> {
            exchange.getResponseHeaders().set("Location", issuer + "/.well-known/openid-configuration");
            answer(exchange, 302, "");
        });
        server.start();
    }

    /** The person signs in at the provider and is sent back: the query of the callback. */
    public Map<String, List<String>> signIn(URI location) {
        asked = URLUtils.parseParameters(location.getRawQuery());
        return Map.of("code", List.of("the-code"), "state", List.of(parameter("state")), "iss", List.of(issuer));
    }

    String parameter(String name) {
        return Objects.requireNonNull(MultivaluedMapUtils.getFirstValue(asked, name), name);
    }

    private Map<String, Object> metadata() {
        Map<String, Object> good = new LinkedHashMap<>(Map.of(
                "issuer", issuer,
                "authorization_endpoint", issuer + "/authorize",
                "token_endpoint", issuer + "/token",
                "jwks_uri", issuer + "/keys",
                "subject_types_supported", List.of("public"),
                "response_types_supported", List.of("code"),
                "id_token_signing_alg_values_supported", List.of("RS256"),
                "authorization_response_iss_parameter_supported", true));
        return bent(good, metadata);
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (good(exchange, URLUtils.parseParameters(body))) {
            answer(exchange, 200, Json.text(Map.of("access_token", "outside", "token_type", "Bearer", "expires_in", 60, "id_token", idToken())));
        } else {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
        }
    }

    /** As RFC 6749 section 4.1.3 and RFC 7636 section 4.6 have it. */
    private boolean good(HttpExchange exchange, Map<String, List<String>> form) {
        try {
            var basic = ClientSecretBasic.parse(exchange.getRequestHeaders().getFirst("Authorization"));
            var verifier = new CodeVerifier(Objects.requireNonNull(MultivaluedMapUtils.getFirstValue(form, "code_verifier")));
            return basic.getClientID().getValue().equals(CLIENT)
                    && basic.getClientSecret().getValue().equals(SECRET)
                    && "the-code".equals(MultivaluedMapUtils.getFirstValue(form, "code"))
                    && parameter("redirect_uri").equals(MultivaluedMapUtils.getFirstValue(form, "redirect_uri"))
                    && CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue().equals(parameter("code_challenge"));
        } catch (ParseException e) {
            return false;
        }
    }

    @SuppressWarnings("JavaUtilDate") // the library's type
    private String idToken() {
        Instant now = Instant.now();
        Map<String, Object> said = bent(
                new LinkedHashMap<>(Map.of(
                        "iss", issuer, "aud", CLIENT, "sub", "subject-1", "nonce", parameter("nonce"),
                        "iat", Date.from(now), "exp", Date.from(now.plusSeconds(300)),
                        "email", "ada@test.example", "email_verified", true, "preferred_username", "ada")),
                claims);
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
        said.forEach(set::claim);
        try {
            return switch (signature) {
                case RS256 -> signed(set.build(), KEY, JWSAlgorithm.RS256);
                case RS512 -> signed(set.build(), KEY, JWSAlgorithm.RS512);
                case OTHER_KEY -> signed(set.build(), OTHER_KEY, JWSAlgorithm.RS256);
                case NONE -> new PlainJWT(set.build()).serialize();
                case HS256 -> {
                    var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), set.build());
                    jwt.sign(new MACSigner((SECRET + SECRET).getBytes(StandardCharsets.UTF_8)));
                    yield jwt.serialize();
                }
            };
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static String signed(JWTClaimsSet set, RSAKey key, JWSAlgorithm algorithm) throws JOSEException {
        var jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), set);
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    private static Map<String, Object> bent(Map<String, Object> good, Map<String, Object> changes) {
        changes.forEach((name, value) -> {
            if (value.equals("")) {
                good.remove(name);
            } else {
                good.put(name, value);
            }
        });
        return good;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
