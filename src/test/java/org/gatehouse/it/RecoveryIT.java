package org.gatehouse.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How people get in and back in on the running server: an invitation, another password, and break-glass. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class RecoveryIT {
    private static final String API = Server.URL + "/api/v1";
    private static final String PASSWORD = "a new one, long enough";

    @Deployment(testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

    @Test
    void g19AnInvitedPersonSetsAPasswordOnceAndSignsIn() {
        RequestSpecification admin = admin();
        String id = create(admin, "it.invited");
        given().spec(admin).body("{\"permissionSet\": \"MCPClientUser\"}").put(API + "/users/" + id + "/permission-sets").then().statusCode(204);
        String link = given().spec(admin).header("Host", "evil.example").header("X-Forwarded-Host", "evil.example")
                .post(API + "/users/" + id + "/password-link").then().statusCode(200).extract().path("link");
        assertThat(link).startsWith(Server.URL + "/welcome?code=");
        var person = new Person("it.invited", PASSWORD);

        HttpResponse<String> page = person.open(URI.create(link));
        HttpResponse<String> tooShort = set(person, page, "short");
        assertThat(text(tooShort)).contains("a password has at least 12 characters");
        HttpResponse<String> done = set(person, tooShort, PASSWORD);

        assertThat(done.uri().getPath()).isEqualTo("/login");
        assertThat(text(person.open(URI.create(link)))).contains("This link is not good");
        assertThat(new Agent(Server.READS).connect(new Person("it.invited", PASSWORD), "mcp_api.read").indicatesSuccess()).isTrue();
    }

    @Test
    void i12g08BreakGlassLetsAnAdministratorBackInAndIsOnRecord() throws Exception {
        RequestSpecification admin = admin();
        String id = create(admin, "it.locked");
        ServerSide.change("UPDATE gatehouse.app_user SET active = FALSE WHERE id = '" + id + "'");
        ServerSide.change("INSERT INTO gatehouse.profile_login_range SELECT id, '192.0.2.1', '192.0.2.1', NULL FROM gatehouse.profile WHERE api_name = 'SupportUser'");
        Path folder = Path.of(System.getProperty("it.home")).resolve("break-glass");

        Files.createFile(folder.resolve("it.locked"));
        String link = awaited(folder.resolve("it.locked.link"));

        assertThat(folder.resolve("it.locked")).as("the request is taken").doesNotExist();
        var person = new Person("it.locked", PASSWORD);
        HttpResponse<String> done = set(person, person.open(URI.create(link)), PASSWORD);
        assertThat(done.uri().getPath()).isEqualTo("/login");

        assertThat(text(person.signIn())).doesNotContain("You are not signed in");
        given().spec(admin).get(API + "/users/" + id + "/permission-sets").then().statusCode(200)
                .body("permissionSet", org.hamcrest.Matchers.hasItem("BreakGlass"));
        assertThat(ServerSide.rows("SELECT COUNT(*) FROM gatehouse.profile_login_range r JOIN gatehouse.profile p ON p.id = r.profile_id WHERE p.api_name = 'SupportUser'"))
                .containsExactly(List.of("0"));
        assertThat(ServerSide.rows("SELECT method FROM gatehouse.audit_event WHERE objects = 'it.locked' AND method LIKE 'break-glass%' ORDER BY id"))
                .containsExactly(List.of("break-glass.request"), List.of("break-glass.open"));
    }

    @Test
    void aPersonChangesTheirPasswordAndAllTheirSessionsEnd() {
        RequestSpecification admin = admin();
        String id = create(admin, "it.changing");
        given().spec(admin).body("{\"password\": \"" + PASSWORD + "\"}").put(API + "/users/" + id + "/password").then().statusCode(204);
        var elsewhere = new Person("it.changing", PASSWORD);
        elsewhere.signIn();
        var person = new Person("it.changing", PASSWORD);
        person.signIn();
        HttpResponse<String> page = person.open(Server.at("/security"));

        assertThat(text(change(person, page, "wrong password", "another one, long enough"))).contains("The password is not right");
        assertThat(text(change(person, page, PASSWORD, "short"))).contains("a password has at least 12 characters");
        assertThat(change(person, page, PASSWORD, "another one, long enough").uri().getPath()).isEqualTo("/login");

        assertThat(elsewhere.open(Server.at("/security")).uri().getPath()).as("the session in another browser").isEqualTo("/login");
        assertThat(new Person("it.changing", "another one, long enough").signIn().uri().getPath()).isEqualTo("/");
        assertThat(text(new Person("it.changing", PASSWORD).signIn())).contains("You are not signed in");
        assertThat(ServerSide.rows("SELECT username FROM gatehouse.audit_event WHERE objects = 'it.changing' AND method = 'user.password' ORDER BY id"))
                .containsExactly(List.of("admin"), List.of("it.changing"));
    }

    private static HttpResponse<String> change(Person person, HttpResponse<String> page, String present, String wanted) {
        return person.press(page, "Change the password", Map.of("oldPassword", present, "newPassword", wanted, "repeated", wanted));
    }

    @Test
    void r07AnotherPasswordEndsTheConnectionsOfThePersonWhereTheOrganisationSaysSo() throws Exception {
        RequestSpecification admin = admin();
        String id = create(admin, "it.connected");
        given().spec(admin).body("{\"permissionSet\": \"MCPClientUser\"}").put(API + "/users/" + id + "/permission-sets").then().statusCode(204);
        setPassword(admin, id, PASSWORD);
        String token = new Agent(Server.READS).connect(new Person("it.connected", PASSWORD), "mcp_api.read").getTokens().getAccessToken().getValue();
        setPassword(admin, id, "another one, long enough");
        Mcp.list(token, Server.READS).statusCode(200);

        endConnectionsWithPassword(admin, true);
        try {
            setPassword(admin, id, PASSWORD);
            Mcp.list(token, Server.READS).statusCode(401);
            assertThat(ServerSide.rows("SELECT username FROM gatehouse.audit_event WHERE objects = 'it.connected' AND method = 'user.end-connections'"))
                    .containsExactly(List.of("admin"));
        } finally {
            endConnectionsWithPassword(admin, false);
        }
        Mcp.list(token, Server.READS).statusCode(401);
        await(() -> ServerSide.rows("SELECT revoked_by FROM gatehouse.oauth_grant WHERE user_id = '" + id + "'").equals(List.of(List.of("password-change"))));
        given().spec(admin).get(API + "/revocations").then().statusCode(200)
                .body("find { it.target == 'user " + id + "' }.reason", equalTo("password-change"))
                .body("find { it.target == 'user " + id + "' }.requestedBy", equalTo("admin"))
                .body("find { it.target == 'user " + id + "' }.total", equalTo(1));
    }

    private static void setPassword(RequestSpecification admin, String id, String password) {
        given().spec(admin).body(Map.of("password", password)).put(API + "/users/" + id + "/password").then().statusCode(204);
    }

    private static void endConnectionsWithPassword(RequestSpecification admin, boolean wanted) {
        Map<String, Object> settings = new HashMap<>(given().spec(admin).get(API + "/network/organization").then().statusCode(200).extract().jsonPath().getMap(""));
        settings.put("connectionsEndWithPassword", wanted);
        given().spec(admin).body(settings).put(API + "/network/organization").then().statusCode(200)
                .body("connectionsEndWithPassword", equalTo(wanted));
    }

    @Test
    void anUnknownNameGetsNoLink() throws Exception {
        Path folder = Path.of(System.getProperty("it.home")).resolve("break-glass");

        Files.createFile(folder.resolve("it.nobody"));
        await(() -> Files.notExists(folder.resolve("it.nobody")));

        assertThat(folder.resolve("it.nobody.link")).doesNotExist();
    }

    private static HttpResponse<String> set(Person person, HttpResponse<String> page, String password) {
        return person.press(page, "Continue", Map.of("password", password, "repeated", password));
    }

    private static String text(HttpResponse<String> page) {
        return Jsoup.parse(page.body()).text();
    }

    private static String awaited(Path file) throws Exception {
        await(() -> Files.exists(file) && Files.readString(file).endsWith("\n"));
        return Files.readString(file).strip();
    }

    /** Looks again until it is so: the server looks into the folder every few seconds. */
    private static void await(Condition condition) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.holds()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(100);
        }
    }

    private static String create(RequestSpecification admin, String username) {
        return given().spec(admin)
                .body("{\"username\": \"" + username + "\", \"name\": \"It Person\", \"email\": \"it@demo.example\", \"profile\": \"SupportUser\","
                        + " \"active\": true, \"timeZone\": \"UTC\", \"locale\": \"en_US\"}")
                .post(API + "/users").then().statusCode(201).extract().path("id");
    }

    private static RequestSpecification admin() {
        String token = Agent.automation().connect(new Person("admin"), "api").getTokens().getAccessToken().getValue();
        return given().auth().oauth2(token).contentType(ContentType.JSON).accept("application/json, application/problem+json");
    }

    private interface Condition {
        boolean holds() throws IOException;
    }
}
