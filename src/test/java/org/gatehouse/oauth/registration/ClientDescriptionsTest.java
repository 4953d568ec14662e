package org.gatehouse.oauth.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import org.gatehouse.oauth.client.AuthenticationMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7591 section 2; attacks A05, A26, M06 and M08. */
class ClientDescriptionsTest {
    private static final String REDIRECT = "\"redirect_uris\":[\"https://client.example/cb\"]";

    @Test
    void readsADescription() throws Exception {
        var client = parse("""
                {"client_name":"Claude Code","redirect_uris":["http://localhost/callback","http://127.0.0.1/callback","https://a.example/cb"],
                 "grant_types":["authorization_code","refresh_token"],"response_types":["code"],"token_endpoint_auth_method":"none",
                 "scope":"mcp_api offline_access","logo_uri":"https://a.example/logo.png","unheard_of":{"a":[1]}}""");

        assertThat(client.name()).isEqualTo("Claude Code");
        assertThat(client.method()).isEqualTo(AuthenticationMethod.NONE);
        assertThat(client.redirectUris()).containsExactlyInAnyOrder(
                "http://localhost/callback", "http://127.0.0.1/callback", "https://a.example/cb");
        assertThat(client.scopes()).containsExactlyInAnyOrder("mcp_api", "offline_access");
        assertThat(client.logoUri()).contains("https://a.example/logo.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "http://client.example/cb", "JaVaScRiPt:alert(1)", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "cursor://callback",
        "com.example.app:/cb", "vbscript:x", "https://user@client.example/cb", "https://client.example/cb#f", "https://", "//client.example/cb",
        "/cb", "https://client.example\\\\@evil.example/cb", "https://client.example/ä", "http://localhost.evil.example/cb",
        "http://127.0.0.1.evil.example/cb", "http://0x7f000001/cb", ""
    })
    void a05RefusesARedirectThatIsNeitherHttpsNorLoopback(String uri) {
        assertRefused("{\"client_name\":\"x\",\"redirect_uris\":[\"https://client.example/cb\",\"" + uri + "\"]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "null", "[]", "\"x\"", "{", "{}{}", "{\"client_name\":\"x\"}", "{\"client_name\":\"x\",\"redirect_uris\":[]}",
        "{\"client_name\":\"x\",\"redirect_uris\":\"https://client.example/cb\"}", "{\"client_name\":\"x\",\"redirect_uris\":[1]}",
        "{\"client_name\":\"x\",\"redirect_uris\":null}", "{\"client_name\":\"x\",\"client_name\":\"y\",\"redirect_uris\":[\"https://a.example/\"]}"
    })
    void m06RefusesWhatIsNoDescription(String json) {
        assertRefused(json);
    }

    @Test
    void m06RefusesADeepDescription() {
        assertRefused("{\"client_name\":\"x\"," + REDIRECT + ",\"a\":" + "[".repeat(100) + "]".repeat(100) + "}");
        assertRefused("[".repeat(30_000));
    }

    @Test
    void refusesMoreRedirectsThanAnybodyNeeds() {
        var uris = new StringBuilder("\"https://client.example/0\"");
        for (int i = 1; i < 21; i++) {
            uris.append(",\"https://client.example/").append(i).append('"');
        }

        assertRefused("{\"client_name\":\"x\",\"redirect_uris\":[" + uris + "]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\"grant_types\":[\"client_credentials\"]", "\"grant_types\":[]", "\"grant_types\":[\"implicit\"]", "\"response_types\":[\"token\"]",
        "\"response_types\":[\"code token\"]", "\"token_endpoint_auth_method\":\"client_secret_jwt\"",
        "\"token_endpoint_auth_method\":\"tls_client_auth\"", "\"token_endpoint_auth_method\":\"private_key_jwt\"",
        "\"token_endpoint_auth_method\":7", "\"jwks\":{\"keys\":[]}", "\"jwks\":{}", "\"jwks\":\"x\"",
        "\"token_endpoint_auth_method\":\"private_key_jwt\",\"jwks_uri\":\"not a uri\""
    })
    void refusesAFlowOrProofThatThereIsNot(String property) {
        assertRefused("{\"client_name\":\"x\"," + REDIRECT + "," + property + "}");
    }

    @Test
    void takesPublicKeysOnly() throws Exception {
        var key = new ECKeyGenerator(Curve.P_256).keyID("k").generate();
        var octets = new OctetSequenceKeyGenerator(256).generate();

        assertThat(parse(withKey(key.toPublicJWK().toJSONString())).jwks()).hasValueSatisfying(jwks -> assertThat(jwks).contains("\"k\""));
        assertRefused(withKey(key.toJSONString()));
        assertRefused(withKey(octets.toJSONString()));
        assertRefused("{\"client_name\":\"x\"," + REDIRECT + ",\"jwks_uri\":\"https://a.example/k\",\"jwks\":{\"keys\":["
                + key.toPublicJWK().toJSONString() + "]}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\\u202e", "\\n\\t", "\\u200b\\u200b"})
    void a26RefusesANameOfNothing(String name) {
        assertRefused("{\"client_name\":\"" + name + "\"," + REDIRECT + "}");
        assertRefused("{" + REDIRECT + "}");
    }

    @Test
    void a26KeepsANameToOneShortVisibleLine() throws Exception {
        assertThat(name("Gate\\u202ehouse\\u200b\\r\\nAdmin\\u0000")).isEqualTo("GatehouseAdmin");
        assertThat(name("x".repeat(10_000))).hasSize(80);
        assertThat(name("😀".repeat(100))).hasSize(80).endsWith("😀");
        assertThat(name("a\\u00a0b\\u3000c")).isEqualTo("a b c");
        assertThat(name("<script>")).isEqualTo("<script>");
    }

    private static String withKey(String key) {
        return "{\"client_name\":\"x\"," + REDIRECT + ",\"token_endpoint_auth_method\":\"private_key_jwt\",\"jwks\":{\"keys\":[" + key + "]}}";
    }

    private static String name(String name) throws RegistrationRefused {
        return parse("{\"client_name\":\"" + name + "\"," + REDIRECT + "}").name();
    }

    private static void assertRefused(String json) {
        assertThatThrownBy(() -> parse(json)).isInstanceOfSatisfying(RegistrationRefused.class, e -> {
            assertThat(e.error().getCode()).isIn("invalid_client_metadata", "invalid_redirect_uri");
            assertThat(e.error().getHTTPStatusCode()).isEqualTo(400);
        });
    }

    private static ClientDescription parse(String json) throws RegistrationRefused {
        return ClientDescriptions.parse(Registrations.bytes(json), AuthenticationMethod.CLIENT_SECRET_BASIC);
    }
}
