package org.gatehouse.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import io.restassured.http.ContentType;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that no administrator typed in, and clients that prove themselves by a signature, over HTTP. Nothing here leaves the machine. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class RegistrationIT {
    @Deployment(testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

    @Test
    void saysHowClientsMayMakeThemselvesKnown() {
        given().get(Server.at("/.well-known/oauth-authorization-server"))
                .then()
                .statusCode(200)
                .body("client_id_metadata_document_supported", equalTo(true))
                .body("token_endpoint_auth_methods_supported", hasItem("private_key_jwt"))
                .body("registration_endpoint", nullValue());
    }

    @Test
    void m08HasNoRegistrationEndpointWhileItIsOff() {
        given().contentType(ContentType.JSON)
                .body("{\"client_name\":\"x\",\"redirect_uris\":[\"http://127.0.0.1/cb\"]}")
                .post(Server.at("/oauth2/register"))
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://127.0.0.1/app.json", "https://169.254.169.254/latest/meta-data", "https://[::1]/app.json", "http://claude.ai/app.json",
        "https://user@claude.ai/app.json", "https://claude.ai:8443/app.json", "https://unlisted.example/app.json"
    })
    void m04RefusesAClientUrlThatIsNotPermitted(String url) {
        given().redirects().follow(false)
                .queryParam("client_id", url)
                .queryParam("redirect_uri", "http://127.0.0.1/oauth/callback")
                .queryParam("response_type", "code")
                .get(Server.at("/oauth2/authorize"))
                .then()
                .statusCode(400);
        given().formParam("grant_type", "authorization_code")
                .formParam("client_id", url)
                .post(Server.at("/oauth2/token"))
                .then()
                .statusCode(401)
                .body("error", equalTo("invalid_client"));
    }

    @Test
    void connectsAClientWhoseDocumentWasReadLately() {
        String url = "https://claude.ai/gatehouse-it/app.json";
        client(url, "MetadataDocument", "none", "NULL");
        document(url);

        var tokens = new Agent(new ClientID(url), Server.READS).connect(new Person("rep.west.1"), "mcp_api.read");

        assertThat(tokens.getTokens().getAccessToken()).isNotNull();
    }

    @Test
    void m07RefusesAClientWhoseDomainIsNotOnTheListAnyMore() {
        String url = "https://unlisted.example/gatehouse-it/app.json";
        client(url, "MetadataDocument", "none", "NULL");
        document(url);

        given().redirects().follow(false)
                .queryParam("client_id", url)
                .queryParam("redirect_uri", "http://127.0.0.1/oauth/callback")
                .queryParam("response_type", "code")
                .get(Server.at("/oauth2/authorize"))
                .then()
                .statusCode(400);
    }

    @Test
    void t08ConnectsAClientByItsSignatureOnce() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("it").generate();
        var id = new ClientID("it-signer");
        client(id.getValue(), "PreRegistered", "private_key_jwt", "'" + new JWKSet(key.toPublicJWK()) + "'");
        var agent = new Agent(id, Server.READS);
        var proof = new PrivateKeyJWT(id, Server.at("/oauth2/token"), JWSAlgorithm.ES256, key.toPrivateKey(), "it", null);

        var first = agent.redeem(new Person("rep.west.1").allow(agent.authorizationUrl("mcp_api.read")), proof);
        var second = agent.redeem(new Person("rep.west.1").allow(agent.authorizationUrl("mcp_api.read")), proof);

        assertThat(first.indicatesSuccess()).isTrue();
        assertThat(second.toErrorResponse().getErrorObject()).isEqualTo(OAuth2Error.INVALID_CLIENT);
    }

    private static void client(String id, String kind, String method, String jwks) {
        ServerSide.change("INSERT INTO gatehouse.client (client_id, label, enabled, kind, authentication_method, jwks, permitted_users, "
                + "access_token_minutes) VALUES ('" + id + "', 'Made known', TRUE, '" + kind + "', '" + method + "', " + jwks
                + ", 'AllSelfAuthorized', 10)");
        ServerSide.change("INSERT INTO gatehouse.client_redirect_uri VALUES ('" + id + "', 'http://127.0.0.1/oauth/callback')");
        ServerSide.change("INSERT INTO gatehouse.client_scope VALUES ('" + id + "', 'mcp_api.read')");
    }

    private static void document(String id) {
        ServerSide.change("INSERT INTO gatehouse.client_document VALUES ('" + id + "', 'none', CURRENT_TIMESTAMP, "
                + "TIMESTAMP WITH TIME ZONE '2999-01-01 00:00:00+00', 1)");
    }
}
