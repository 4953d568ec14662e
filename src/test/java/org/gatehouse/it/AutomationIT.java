package org.gatehouse.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.nimbusds.oauth2.sdk.id.ClientID;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The automation interface as an administrator's script uses it, and who is kept out. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class AutomationIT {
    private static final String API = Server.URL + "/api/v1";
    private static final String NEW_CLIENT = """
            {"clientId": "%s", "label": "A client of the tests", "authenticationMethod": "%s",
             "redirectUris": ["http://127.0.0.1/oauth/callback"], "scopes": ["mcp_api", "mcp_api.read", "refresh_token"],
             "policy": {"permittedUsers": "AdminApprovedPreAuthorized", "profiles": [], "permissionSets": ["MCPClientUser"],
               "requiredAssurance": "STANDARD", "ipRelaxation": "Enforce", "ranges": [], "accessTokenMinutes": 10,
               "refreshTokenPolicy": "SpecificLifetime", "refreshTokenAmount": 30, "refreshTokenUnit": "Days", "refreshGraceSeconds": 60}}""";

    private static @Nullable String token;

    @Deployment(testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

    @Test
    void savesASharingRuleOnceAndOnlyIfItMeansSomething() {
        String rule = """
                {"name": "MediaForEast", "label": "Media", "object": "Account", "target": {"kind": "ROLE", "name": "manager.east"}, "level": "Read",
                 "any": false, "criteria": [{"field": "%s", "operator": "equals", "value": "Media"}]}""";
        String path = API + "/sharing/rules";

        admin().body(rule.formatted("Gone")).put(path).then().statusCode(400);
        admin().body(rule.formatted("Industry")).put(path).then().statusCode(204);

        admin().get(path).then().statusCode(200).body("name", hasItems("EnergyAccounts", "MediaForEast"));
        admin().body(rule.formatted("Industry")).put(path).then().statusCode(409);
        admin().delete(path + "/MediaForEast").then().statusCode(204);
        admin().delete(path + "/MediaForEast").then().statusCode(404);
    }

    @Test
    void addsAClientThatCanBeUsedAtOnceAndBlocksIt() {
        create("blocked", "none").statusCode(201).body("version", equalTo(1)).body("enabled", equalTo(true));
        var agent = new Agent(new ClientID("blocked"), Server.READS);
        var tokens = agent.connect(new Person("rep.west.1"), "mcp_api.read refresh_token").getTokens();
        assertThat(listTools(tokens.getAccessToken().getValue())).isEqualTo(200);

        admin().post(API + "/clients/blocked/block").then().statusCode(200).body("enabled", equalTo(false));

        assertThat(listTools(tokens.getAccessToken().getValue())).isEqualTo(401);
        admin().post(API + "/clients/blocked/unblock").then().statusCode(200).body("enabled", equalTo(true));
        assertThat(listTools(tokens.getAccessToken().getValue())).as("what was ended stays ended").isEqualTo(401);
        assertThat(agent.refresh(tokens.getRefreshToken()).indicatesSuccess()).isFalse();
    }

    @Test
    void endsOneConnectionAtOnce() {
        create("single", "none").statusCode(201);
        var agent = new Agent(new ClientID("single"), Server.READS);
        String first = agent.connect(new Person("rep.west.1"), "mcp_api.read").getTokens().getAccessToken().getValue();
        String id = connections("single").getString("[0].id");
        String second = agent.connect(new Person("manager.west"), "mcp_api.read").getTokens().getAccessToken().getValue();

        admin().delete(API + "/connections/" + id).then().statusCode(204);

        assertThat(listTools(first)).isEqualTo(401);
        assertThat(listTools(second)).isEqualTo(200);
        admin().delete(API + "/connections/" + id).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void endsAllConnectionsOfAClientAtOnceAndSaysWhenTheListsAreDone() throws Exception {
        create("many", "none").statusCode(201);
        var agent = new Agent(new ClientID("many"), Server.READS);
        String one = agent.connect(new Person("rep.west.1"), "mcp_api.read").getTokens().getAccessToken().getValue();
        String other = agent.connect(new Person("manager.west"), "mcp_api.read").getTokens().getAccessToken().getValue();

        JsonPath started = admin().body(Map.of("client", "many")).post(API + "/revocations").then().statusCode(202).extract().jsonPath();

        assertThat(listTools(one)).isEqualTo(401);
        assertThat(listTools(other)).isEqualTo(401);
        Instant limit = Instant.now().plus(Duration.ofSeconds(60));
        JsonPath progress = started;
        while (progress.get("finishedAt") == null && Instant.now().isBefore(limit)) {
            Thread.sleep(200);
            progress = admin().get(API + "/revocations/" + started.getString("id")).then().statusCode(200).extract().jsonPath();
        }
        assertThat(progress.getString("finishedAt")).isNotNull();
        assertThat(progress.getInt("total")).isEqualTo(2);
        assertThat(progress.getInt("done")).isEqualTo(2);
    }

    @Test
    void appliesANarrowedPolicyToTheNextRequest() {
        JsonPath created = create("narrowed", "none").statusCode(201).extract().jsonPath();
        String access = new Agent(new ClientID("narrowed"), Server.READS)
                .connect(new Person("rep.west.1"), "mcp_api.read").getTokens().getAccessToken().getValue();
        assertThat(listTools(access)).isEqualTo(200);

        Map<String, Object> settings = created.getMap("");
        settings.put("servers", List.of(Map.of("name", "platform/object-all")));
        admin().body(settings).put(API + "/clients/narrowed").then().statusCode(200);

        assertThat(listTools(access)).isEqualTo(401);
    }

    @Test
    void g16RefusesAChangeOfWhatSomebodyElseHasChanged() {
        JsonPath created = create("contended", "none").statusCode(201).extract().jsonPath();
        Map<String, Object> settings = created.getMap("");
        settings.put("label", "Renamed");
        admin().body(settings).put(API + "/clients/contended").then().statusCode(200).body("label", equalTo("Renamed"));

        admin().body(settings).put(API + "/clients/contended").then().statusCode(409).body("code", equalTo("CONFLICT"));
        create("contended", "none").statusCode(409);
    }

    @Test
    void g12ShowsASecretOnce() {
        create("secretive", "client_secret_basic").statusCode(201);

        String secret = admin().post(API + "/clients/secretive/secrets").then().statusCode(200).extract().path("secret");

        assertThat(secret).hasSize(43);
        assertThat(admin().get(API + "/clients/secretive").then().statusCode(200).extract().asString()).doesNotContain(secret);
        admin().post(API + "/clients/inspector/secrets").then().statusCode(409);
    }

    @Test
    void saysEverythingThatIsWrongWithSettings() {
        String wrong = NEW_CLIENT.formatted("wrong", "none")
                .replace("\"accessTokenMinutes\": 10", "\"accessTokenMinutes\": 7")
                .replace("\"ranges\": []", "\"ranges\": [{\"first\": \"10.0.0.9\", \"last\": \"10.0.0.1\"}]");
        admin().body(wrong).post(API + "/clients").then().statusCode(400)
                .contentType("application/problem+json")
                .body("violations.location", hasItems("/policy/accessTokenMinutes", "/policy/ranges"));
        admin().body(NEW_CLIENT.formatted("wrong", "none").replace("\"label\"", "\"lable\"")).post(API + "/clients").then().statusCode(400)
                .body("violations[0].message", containsString("lable"));
        admin().body("{\"clientId\": ").post(API + "/clients").then().statusCode(400);
        admin().get(API + "/clients/wrong").then().statusCode(404);
    }

    @Test
    void i12AsksAnAdministratorWhoWouldShutThemselvesOutWhetherTheyMeanIt() {
        String ranges = "{\"ranges\": [{\"first\": \"198.51.100.1\", \"last\": \"198.51.100.9\"}], \"hours\": []}";

        admin().body(ranges).put(API + "/network/profiles/SystemAdministrator").then().statusCode(409)
                .body("detail", containsString("confirm=true"));

        admin().get(API + "/network/profiles/SystemAdministrator").then().statusCode(200).body("ranges.size()", equalTo(0));
    }

    @Test
    void g05KeepsOutWhoeverIsNoAdministrator() {
        String outsider = new Agent(new ClientID("inspector"), Server.READS)
                .connect(new Person("rep.west.1"), "mcp_api.read").getTokens().getAccessToken().getValue();

        given().get(API + "/clients").then().statusCode(401).header("WWW-Authenticate", containsString("scope=\"api\""));
        given().auth().oauth2(outsider).get(API + "/clients").then().statusCode(401);
        assertThat(listTools(token())).as("a token of the API opens no MCP server").isEqualTo(401);
        assertThat(new Person("rep.west.1").allow(Agent.automation().authorizationUrl("api")).toString()).contains("error=access_denied");
    }

    @Test
    void leavesAnEventOfEachPieceOfAdministration() {
        create("recorded", "none").statusCode(201);

        assertThat(ServerSide.rows("SELECT username, client_id, outcome FROM gatehouse.audit_event"
                        + " WHERE event_type = 'ApiTotalUsage' AND method = 'client.create' AND objects = 'recorded'"))
                .containsExactly(List.of("admin", "automation", "SUCCESS"));
    }

    @Test
    void showsSignInsAndTheirReasons() {
        var person = new Person("rep.east.4", "a wrong password");
        person.signIn();

        String userId = ServerSide.rows("SELECT id FROM gatehouse.app_user WHERE username = 'rep.east.4'").getFirst().getFirst();
        admin().get(API + "/users/" + userId + "/logins").then().statusCode(200)
                .body("[0].reason", equalTo("WRONG_PASSWORD"))
                .body("[0].clientAddress", equalTo("127.0.0.1"));
    }

    @Test
    void a29GivesALockedAccountNoTokenUntilItIsUnlocked() {
        create("locked", "none").statusCode(201);
        var agent = new Agent(new ClientID("locked"), Server.READS);
        var tokens = agent.connect(new Person("rep.east.5"), "mcp_api.read refresh_token").getTokens();
        for (int i = 0; i < 5; i++) {
            new Person("rep.east.5", "a wrong password").signIn();
        }
        assertThat(agent.refresh(tokens.getRefreshToken()).indicatesSuccess()).isFalse();

        String userId = ServerSide.rows("SELECT id FROM gatehouse.app_user WHERE username = 'rep.east.5'").getFirst().getFirst();
        admin().post(API + "/users/" + userId + "/unlock").then().statusCode(204);

        assertThat(agent.refresh(tokens.getRefreshToken()).indicatesSuccess()).isTrue();
    }

    @Test
    void v15PublishesTheNextSigningKeyAndKeepsTheOneThatSigns() {
        int before = given().get(Server.at("/oauth2/jwks")).then().statusCode(200).extract().jsonPath().getList("keys").size();

        admin().post(API + "/signing-keys").then().statusCode(204);

        // A node learns of the new key with the next request that brings a token, or by its timer.
        assertThat(listTools(Agent.tokenOf("rep.west.1"))).isEqualTo(200);
        given().get(Server.at("/oauth2/jwks")).then().body("keys.size()", equalTo(before + 1));
        admin().get(API + "/signing-keys").then().statusCode(200).body("[0].stage", equalTo("WAITING")).body("[0].signsFrom", notNullValue());
        admin().post(API + "/signing-keys").then().statusCode(409);
        admin().delete(API + "/signing-keys/no-such-key").then().statusCode(404);
    }

    @Test
    void takesNoProviderWithoutWhatItNeeds() {
        admin().body(Map.of("label", "A provider", "enabled", true, "issuer", "http://provider.example", "firstSignIn", "LinkedOnly"))
                .put(API + "/providers/somewhere").then().statusCode(400).body("violations[0].message", containsString("issuer (https)"));
    }

    @Test
    void listsProvidersWithoutTheirSecrets() {
        admin().body(Map.of(
                        "label", "A provider", "enabled", false, "issuer", "https://provider.example", "clientId", "us", "clientSecret", "very secret",
                        "scopes", List.of("openid"), "firstSignIn", "Username", "usernameClaim", "login"))
                .put(API + "/providers/listed").then().statusCode(204);

        admin().get(API + "/providers").then().statusCode(200)
                .body("find { it.name == 'listed' }.usernameClaim", equalTo("login"))
                .body(not(containsString("very secret")));
        admin().delete(API + "/providers/listed").then().statusCode(204);
    }

    @Test
    void saysWhichTokensAResourceServerMayAskAbout() {
        create("it-resources", "client_secret_basic").statusCode(201).body("warnings.size()", equalTo(0));
        String resources = API + "/clients/it-resources/introspected-resources";

        admin().body("[\"http://localhost/b\", \"http://localhost/a\", \"http://localhost/a\"]").put(resources).then().statusCode(200)
                .body("", equalTo(List.of("http://localhost/a", "http://localhost/b")));
        admin().body("[\"not absolute\"]").put(resources).then().statusCode(400);
        admin().get(resources).then().statusCode(200).body("size()", equalTo(2));
        admin().get(API + "/clients/nobody/introspected-resources").then().statusCode(404);
    }

    @Test
    void describesItselfInOpenApi() {
        given().accept(ContentType.JSON).get(Server.at("/openapi")).then().statusCode(200)
                .body("paths", hasKey("/api/v1/clients"))
                .body("paths", hasKey("/api/v1/revocations"))
                .body("paths", hasKey("/api/v1/network/organization"));
    }

    private static ValidatableResponse create(String id, String method) {
        return admin().body(NEW_CLIENT.formatted(id, method)).post(API + "/clients").then();
    }

    private static JsonPath connections(String client) {
        return admin().get(API + "/connections?client=" + client).then().statusCode(200).extract().jsonPath();
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2(token()).contentType(ContentType.JSON).accept("application/json, application/problem+json");
    }

    private static synchronized String token() {
        String known = token;
        if (known == null) {
            known = Agent.automation().connect(new Person("admin"), "api").getTokens().getAccessToken().getValue();
            token = known;
        }
        return known;
    }

    private static int listTools(String accessToken) {
        return Mcp.list(accessToken, Server.READS).extract().statusCode();
    }
}
