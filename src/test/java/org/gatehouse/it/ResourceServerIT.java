package org.gatehouse.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands between a request and an MCP server: token, audience, scope, activation, Origin and Host. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ResourceServerIT {
    @Deployment(testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

    @Test
    void v01ChallengesARequestWithoutAToken() {
        given().contentType("application/json")
                .body("{}")
                .post(Server.mcp(Server.READS))
                .then()
                .statusCode(401)
                .contentType("application/json")
                .header("Cache-Control", containsString("no-store"))
                .body("error", equalTo("unauthorized"))
                .header("WWW-Authenticate", containsString(
                        "resource_metadata=\"" + Server.URL + "/.well-known/oauth-protected-resource/mcp/v1/platform/object-reads\""))
                .header("WWW-Authenticate", containsString("scope=\""))
                .header("WWW-Authenticate", not(containsString("error=")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Bearer not-a-token",
        "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIwMDUwMDAwMDAwMDAwMDAwMDIifQ.",
        "Bearer",
        "Basic cmVwLndlc3QuMTpnYXRlaG91c2U="
    })
    void v03RefusesWhatIsNoTokenOfOurs(String authorization) {
        given().header("Authorization", authorization)
                .contentType("application/json")
                .body(Mcp.message("tools/list").toString())
                .post(Server.mcp(Server.READS))
                .then()
                .statusCode(401);
    }

    @Test
    void v06TakesNothingElseThatAPersonOrAClientHolds() {
        var person = new Person("rep.west.1");
        var agent = new Agent(Server.READS);
        URI redirect = person.allow(agent.authorizationUrl("mcp_api.read refresh_token"));
        String code = agent.parse(redirect).toSuccessResponse().getAuthorizationCode().getValue();
        String refreshToken = agent.redeem(redirect).toSuccessResponse().getTokens().getRefreshToken().getValue();

        for (String other : List.of(code, refreshToken, person.sessionId())) {
            assertThat(other).isNotEmpty();
            Mcp.query(other, "SELECT Id FROM Account LIMIT 1").statusCode(401);
        }
    }

    @Test
    void v07TakesATokenFromNowhereButTheHeader() {
        String token = Agent.tokenOf("rep.west.1");

        given().contentType("application/json")
                .queryParam("access_token", token)
                .cookie("access_token", token)
                .body(Mcp.message("tools/list").put("access_token", token).toString())
                .post(Server.mcp(Server.READS))
                .then()
                .statusCode(401);
        given().contentType("application/x-www-form-urlencoded")
                .formParam("access_token", token)
                .post(Server.mcp(Server.READS))
                .then()
                .statusCode(401);
    }

    @Test
    void m03OpensNothingButMetadataToOtherOrigins() {
        for (String path : new String[] {"/.well-known/oauth-authorization-server", "/.well-known/oauth-protected-resource"}) {
            given().header("Origin", "https://elsewhere.example")
                    .get(Server.at(path))
                    .then()
                    .statusCode(200)
                    .header("Access-Control-Allow-Origin", "*")
                    .header("Access-Control-Allow-Credentials", nullValue());
        }
        for (String path : new String[] {"/oauth2/token", "/oauth2/revoke", "/oauth2/introspect", "/api/v1/clients"}) {
            given().header("Origin", "https://elsewhere.example")
                    .contentType("application/x-www-form-urlencoded")
                    .post(Server.at(path))
                    .then()
                    .header("Access-Control-Allow-Origin", nullValue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/oauth-protected-resource/mcp/v1/platform/object-reads", "/.well-known/oauth-protected-resource"})
    void m01PublishesProtectedResourceMetadata(String path) {
        given().get(Server.at(path))
                .then()
                .statusCode(200)
                .body("resource", equalTo(Server.mcp(Server.READS)))
                .body("authorization_servers", hasItem(Server.URL))
                .body("scopes_supported", hasItem("mcp_api"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/.well-known/oauth-protected-resource/mcp/v1/platform/object-all", "/.well-known/oauth-protected-resource/mcp/v1/platform/no-such-server",
        "/.well-known/oauth-protected-resource/mcp", "/.well-known/oauth-authorization-server/mcp/v1/platform/object-reads", "/.well-known/nothing"
    })
    void m01DescribesNothingThatIsNotThere(String path) {
        given().get(Server.at(path)).then().statusCode(404);
    }

    @Test
    void v08ChoosesNoneOfTwoTokens() {
        String token = Agent.tokenOf("rep.west.1");
        String body = Mcp.message("tools/list").toString();

        for (String header : List.of("Bearer " + token + ", Bearer " + token, "Bearer  " + token, "Basic YTpi, Bearer " + token)) {
            given().header("Authorization", header).contentType("application/json").body(body).post(Server.mcp(Server.READS)).then()
                    .statusCode(anyOf(is(400), is(401)));
        }
        // The server itself refuses what cannot be one header.
        given().header("Authorization", "Bearer " + token).header("Authorization", "Bearer " + token).contentType("application/json").body(body)
                .post(Server.mcp(Server.READS)).then().statusCode(anyOf(is(400), is(401)));
    }

    @Test
    void v18AnswersAnInactiveServerLikeAnUnknownOne() {
        String token = Agent.tokenOf("rep.west.1");

        Response inactive = Mcp.list(token, "platform/object-all").extract().response();
        Response unknown = Mcp.list(token, "platform/object-nothing").extract().response();

        assertThat(inactive.statusCode()).isEqualTo(404);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(inactive.asString().replace("object-all", "X")).isEqualTo(unknown.asString().replace("object-nothing", "X"));
    }

    @Test
    void refusesATokenOfAnotherServer() {
        String token = Agent.tokenOf("rep.west.1");
        ServerSide.change("INSERT INTO gatehouse.mcp_server (name, active) VALUES ('platform/object-mutations', TRUE)");
        try {
            Mcp.list(token, "platform/object-mutations").statusCode(401).header("WWW-Authenticate", containsString("invalid_token"));
        } finally {
            ServerSide.change("DELETE FROM gatehouse.mcp_server WHERE name = 'platform/object-mutations'");
        }
    }

    @Test
    void v09RefusesATokenWhoseScopesCoverNothingOfTheServer() {
        String token = new Agent(Server.READS)
                .connect(new Person("rep.west.1"), "mcp_api.write")
                .getTokens()
                .getAccessToken()
                .getValue();

        Mcp.list(token, Server.READS)
                .statusCode(403)
                .header("WWW-Authenticate", containsString("insufficient_scope"))
                .header("WWW-Authenticate", containsString("scope=\""));
    }

    @Test
    void refusesANoLongerPermittedPersonOnTheNextRequest() {
        String token = Agent.tokenOf("rep.west.9");
        Mcp.list(token, Server.READS).statusCode(200);

        ServerSide.change("DELETE FROM gatehouse.permission_set_assignment WHERE user_id = "
                + "(SELECT id FROM gatehouse.app_user WHERE username = 'rep.west.9')");

        Mcp.list(token, Server.READS).statusCode(401);
    }

    @Test
    void refusesForeignOriginsAndHosts() {
        String token = Agent.tokenOf("rep.west.1");
        String body = Mcp.message("tools/list").toString();

        Mcp.request(token, "tools/list").header("Origin", "https://evil.example").body(body).post(Server.mcp(Server.READS)).then().statusCode(403);
        Mcp.request(token, "tools/list").header("Host", "evil.example").body(body).post(Server.mcp(Server.READS)).then().statusCode(403);
        Mcp.request(token, "tools/list").header("Origin", Server.URL).body(body).post(Server.mcp(Server.READS)).then().statusCode(200);
    }

    @Test
    void ignoresATokenOutsideTheAuthorizationHeader() {
        String token = Agent.tokenOf("rep.west.1");

        given().queryParam("access_token", token)
                .cookie("access_token", token)
                .contentType("application/json")
                .body(Mcp.message("tools/list").toString())
                .post(Server.mcp(Server.READS))
                .then()
                .statusCode(401);
    }
}
