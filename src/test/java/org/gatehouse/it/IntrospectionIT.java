package org.gatehouse.it;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.specification.RequestSpecification;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** RFC 7662 over HTTP; attack V14. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class IntrospectionIT {
    private static final String SECRET = "the secret of a resource server";

    @Deployment(testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

    @Test
    void v14TellsTheResourceServerOfATokenUntilItIsRevoked() {
        resourceServer();
        String token = Agent.tokenOf("rep.west.1");

        asResourceServer().formParam("token", token).post("/oauth2/introspect").then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("active", equalTo(true))
                .body("username", equalTo("rep.west.1"))
                .body("scope", equalTo("mcp_api.read"));
        given().baseUri(Server.URL).formParam("client_id", "inspector").formParam("token", token).post("/oauth2/revoke").then().statusCode(200);
        asResourceServer().formParam("token", token).post("/oauth2/introspect").then()
                .statusCode(200)
                .body("active", equalTo(false))
                .body("username", nullValue());
    }

    @Test
    void v14AnswersNobodyElse() {
        given().baseUri(Server.URL).formParam("client_id", "inspector").formParam("token", "x").post("/oauth2/introspect").then()
                .statusCode(401)
                .body("error", equalTo("invalid_client"));
        given().baseUri(Server.URL).get("/oauth2/introspect").then().statusCode(405);
    }

    private static RequestSpecification asResourceServer() {
        return given().baseUri(Server.URL).auth().preemptive().basic("a-resource-server", SECRET.replace(' ', '+'));
    }

    private static void resourceServer() {
        ServerSide.change("INSERT INTO gatehouse.client (client_id, label, enabled, authentication_method, permitted_users, access_token_minutes)"
                + " VALUES ('a-resource-server', 'A resource server', TRUE, 'client_secret_basic', 'AllSelfAuthorized', 10)");
        ServerSide.change("INSERT INTO gatehouse.client_secret (id, client_id, secret_hash, created_at) VALUES ('the secret', 'a-resource-server', '"
                + OpaqueToken.sha256(SECRET) + "', CURRENT_TIMESTAMP)");
        ServerSide.change("INSERT INTO gatehouse.client_resource VALUES ('a-resource-server', '" + Server.mcp(Server.READS) + "')");
    }
}
