package org.gatehouse.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-in, second factor and sessions, as a browser sees them. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class SignInIT {
    private static final String PROFILE = Server.URL + "/api/v1/network/profiles/StandardUser";
    private static final String USERNAME = "rep.east.8";
    private static final String OF_THE_PERSON = " WHERE user_id = (SELECT id FROM gatehouse.app_user WHERE username = '" + USERNAME + "')";

    private final Agent agent = new Agent(Server.READS);
    private final Person person = new Person(USERNAME);

    @Deployment(testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

    @AfterEach
    void leaveThePersonAsBefore() {
        ServerSide.change("DELETE FROM gatehouse.recovery_code" + OF_THE_PERSON);
        ServerSide.change("DELETE FROM gatehouse.second_factor" + OF_THE_PERSON);
        ServerSide.change("DELETE FROM gatehouse.login_attempt");
        ServerSide.change("UPDATE gatehouse.app_user SET active = TRUE, credentials_changed_at = NULL WHERE username = '" + USERNAME + "'");
    }

    @Test
    void g11APersonSeesTheirSessionsAndEndsOneAndAnAdministratorToo() {
        var atWork = new Person("rep.east.6");
        atWork.signIn();
        var atHome = new Person("rep.east.6");
        atHome.signIn();
        var page = atWork.open(Server.at("/security"));
        assertThat(Jsoup.parse(page.body()).text()).contains("Where you are signed in").contains("(this one)");

        atWork.press(page, "End this session", Map.of());

        assertThat(atHome.open(Server.at("/connections")).uri().getPath()).isEqualTo("/login");
        assertThat(atWork.open(Server.at("/connections")).uri().getPath()).isEqualTo("/connections");

        String token = Agent.automation().connect(new Person("admin"), "api").getTokens().getAccessToken().getValue();
        String userId = ServerSide.rows("SELECT id FROM gatehouse.app_user WHERE username = 'rep.east.6'").getFirst().getFirst();
        String sessions = Server.URL + "/api/v1/users/" + userId + "/sessions";
        String id = given().auth().oauth2(token).get(sessions).then().statusCode(200).body("size()", equalTo(1)).extract().path("[0].id");
        given().auth().oauth2(token).delete(sessions + "/nothing").then().statusCode(404);
        given().auth().oauth2(token).delete(sessions + "/" + id).then().statusCode(204);

        assertThat(atWork.open(Server.at("/connections")).uri().getPath()).isEqualTo("/login");
        assertThat(ServerSide.rows("SELECT username, method FROM gatehouse.audit_event WHERE event_type = 'Logout' AND objects = 'rep.east.6' ORDER BY id"))
                .containsExactly(List.of("rep.east.6", "session.end"), List.of("admin", "session.end"));
    }

    @Test
    void a18ASessionIdPlantedBeforeSignInIsWorthNothingAfterIt() {
        var attacker = new Person("nobody");
        attacker.open(Server.at("/login"));
        String planted = attacker.sessionId();
        person.plant(planted);

        person.signIn();

        assertThat(person.sessionId()).isNotEmpty().isNotEqualTo(planted);
        assertThat(isSecurityPage(person.open(Server.at("/security")))).isTrue();
        assertThat(isSecurityPage(attacker.open(Server.at("/security")))).isFalse();
    }

    @Test
    void a29LockoutRefusesTheRightPasswordInTheSameWords() {
        var guesser = new Person(USERNAME, "wrong");
        String first = textOf(guesser.signIn());
        for (int i = 0; i < 4; i++) {
            guesser.signIn();
        }

        String locked = textOf(person.signIn());

        assertThat(locked).isEqualTo(first).contains("You are not signed in");
        assertThat(history()).startsWith("LOCKED_ACCOUNT", "WRONG_PASSWORD").doesNotContain("SUCCESS");
    }

    @Test
    void a29AnUnknownNameIsAnsweredLikeAKnownOneBeforeAndAfterTheLock() {
        var known = new Person(USERNAME, "wrong");
        var unknown = new Person("no.such.person", "wrong");

        for (int i = 0; i < 7; i++) {
            assertThat(textOf(unknown.signIn())).isEqualTo(textOf(known.signIn()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/\\evil.example", "https:evil.example", "https://evil.example/"})
    void a34SignInLeadsNowhereElse(String evil) {
        String target = URLEncoder.encode(evil, StandardCharsets.UTF_8);

        HttpResponse<String> page = person.signIn(person.open(Server.at("/login?next=" + target + "&to=" + target)));

        assertThat(page.uri().getAuthority()).isEqualTo(URI.create(Server.URL).getAuthority());
        assertThat(page.uri().getPath()).isEqualTo("/");
        assertThat(person.open(Server.at("/login?request=" + target)).statusCode()).isEqualTo(400);
    }

    @Test
    void g11LogoutEndsTheSessionOnTheServer() {
        person.signIn();
        var copy = new Person("nobody");
        copy.plant(person.sessionId());
        assertThat(isSecurityPage(copy.open(Server.at("/security")))).isTrue();

        person.press(person.open(Server.at("/logout")), "Sign out", Map.of());

        assertThat(isSecurityPage(person.open(Server.at("/security")))).isFalse();
        assertThat(isSecurityPage(copy.open(Server.at("/security")))).isFalse();
    }

    @Test
    void a20LogoutFromAnotherSiteIsRefused() {
        person.signIn();

        given().cookie("gatehouse", person.sessionId()).header("Sec-Fetch-Site", "cross-site").post(Server.at("/logout")).then().statusCode(403);

        assertThat(isSecurityPage(person.open(Server.at("/security")))).isTrue();
    }

    @Test
    void r07ASessionEndsWhenThePersonIsDisabledOrThePasswordChanges() {
        person.signIn();
        ServerSide.change("UPDATE gatehouse.app_user SET credentials_changed_at = CURRENT_TIMESTAMP WHERE username = '" + USERNAME + "'");
        assertThat(isSecurityPage(person.open(Server.at("/security")))).isFalse();

        person.signIn();
        assertThat(isSecurityPage(person.open(Server.at("/security")))).isTrue();
        ServerSide.change("UPDATE gatehouse.app_user SET active = FALSE WHERE username = '" + USERNAME + "'");

        assertThat(isSecurityPage(person.open(Server.at("/security")))).isFalse();
    }

    @Test
    void asksAnEnrolledPersonForTheCodeAndAcceptsItOnce() {
        Enrolled enrolled = enrol();
        var elsewhere = new Person(USERNAME);

        HttpResponse<String> code = elsewhere.signIn(elsewhere.open(agent.authorizationUrl("mcp_api.read")));
        String before = elsewhere.sessionId();
        assertThat(titleOf(code)).contains("Enter your code");
        assertThat(isSecurityPage(elsewhere.open(Server.at("/security")))).as("signed in by the password alone").isFalse();
        assertThat(titleOf(elsewhere.press(code, "Continue", Map.of("code", enrolled.confirmed())))).contains("Enter your code");
        HttpResponse<String> consent = elsewhere.press(code, "Continue", Map.of("code", enrolled.authenticator().code(1)));

        assertThat(textOf(consent)).contains("Allow access?");
        assertThat(elsewhere.sessionId()).isNotEqualTo(before);
        assertThat(history()).startsWith("SUCCESS", "WRONG_CODE", "SECOND_FACTOR_REQUIRED");
    }

    @Test
    void enrolmentEndsOtherSessionsAndARecoveryCodeOpensOnce() {
        var elsewhere = new Person(USERNAME);
        elsewhere.signIn();

        Enrolled enrolled = enrol();

        assertThat(isSecurityPage(elsewhere.open(Server.at("/security")))).isFalse();
        assertThat(isSecurityPage(person.open(Server.at("/security")))).isTrue();
        String recoveryCode = enrolled.recoveryCodes().getFirst();
        assertThat(isSecurityPage(withCode(elsewhere, recoveryCode))).isTrue();
        assertThat(isSecurityPage(withCode(new Person(USERNAME), recoveryCode))).isFalse();
    }

    @Test
    void enrolsAndRemovesOnlyWithThePassword() {
        person.signIn();
        HttpResponse<String> security = person.open(Server.at("/security"));
        assertThat(textOf(person.press(security, "Set up a second factor", Map.of("password", "wrong")))).contains("The password is not right");
        assertThat(isSecurityPage(person.open(Server.at("/security/enrol")))).as("no key without the password").isTrue();
        enrol();

        HttpResponse<String> enrolled = person.open(Server.at("/security"));
        assertThat(textOf(enrolled)).contains("10 recovery codes left");
        assertThat(textOf(person.press(enrolled, "Remove the second factor", Map.of("removePassword", "wrong")))).contains("The password is not right");
        HttpResponse<String> removed = person.press(enrolled, "Remove the second factor", Map.of("removePassword", Person.DEMO_PASSWORD));

        assertThat(textOf(removed)).contains("You sign in with a password only");
        assertThat(ServerSide.rows("SELECT user_id FROM gatehouse.second_factor" + OF_THE_PERSON)).isEmpty();
    }

    @Test
    void anAppThatDemandsASecondFactorLeadsThroughEnrolmentAndThroughTheCodeAndBack() {
        ServerSide.change("UPDATE gatehouse.client SET required_assurance = 'HIGH' WHERE client_id = 'inspector'");
        try {
            person.signIn();
            HttpResponse<String> security = person.open(agent.authorizationUrl("mcp_api.read"));
            assertThat(isSecurityPage(security)).as(titleOf(security)).isTrue();
            Enrolled enrolled = enrol(security);
            assertThat(textOf(person.open(enrolled.next()))).contains("Allow access?");

            var elsewhere = new Person(USERNAME);
            HttpResponse<String> code = elsewhere.signIn(elsewhere.open(agent.authorizationUrl("mcp_api.read")));
            assertThat(titleOf(code)).contains("Enter your code");
            URI consent = code.uri().resolve("/consent?" + code.uri().getQuery());
            assertThat(textOf(elsewhere.open(consent))).as("without the code").doesNotContain("Allow access?");
            assertThat(textOf(elsewhere.press(code, "Continue", Map.of("code", enrolled.authenticator().code(1))))).contains("Allow access?");
        } finally {
            ServerSide.change("UPDATE gatehouse.client SET required_assurance = 'STANDARD' WHERE client_id = 'inspector'");
        }
    }

    @Test
    void aProfileThatDemandsASecondFactorLeadsThroughEnrolmentAndEndsWhatWasConnectedWithoutOne() {
        String before = agent.connect(new Person(USERNAME), "mcp_api.read").getTokens().getAccessToken().getValue();
        Mcp.list(before, Server.READS).statusCode(200);
        RequestSpecification admin = admin();
        JsonPath settings = profile(admin, "{\"ranges\": [], \"hours\": [], \"requiredAssurance\": \"HIGH\"}");
        try {
            assertThat(settings.getString("requiredAssurance")).isEqualTo("HIGH");
            Mcp.list(before, Server.READS).statusCode(401);

            person.signIn();
            HttpResponse<String> security = person.open(agent.authorizationUrl("mcp_api.read"));
            assertThat(isSecurityPage(security)).as(titleOf(security)).isTrue();
            assertThat(person.open(Server.at("/approvals")).uri().getPath()).as("nothing is approved without it").isEqualTo("/login");
            assertThat(person.open(Server.at("/connections")).statusCode()).as("to end access a password is enough").isEqualTo(200);

            Enrolled enrolled = enrol(security);
            URI redirect = person.allow(enrolled.next());
            Mcp.list(agent.redeem(redirect).toSuccessResponse().getTokens().getAccessToken().getValue(), Server.READS).statusCode(200);

            given().spec(admin).body("{\"ranges\": [], \"hours\": [], \"requiredAssurance\": \"SOME\"}").put(PROFILE).then().statusCode(400);
            given().spec(admin).body("{\"version\": 0, \"ranges\": [], \"hours\": []}").put(PROFILE).then().statusCode(409);
        } finally {
            profile(admin, "{\"ranges\": [], \"hours\": []}");
        }
        Mcp.list(before, Server.READS).statusCode(200);
    }

    @Test
    void theConsoleOpensOnlyAsSurelyAsTheProfileDemands() {
        var admin = new Person("admin");
        admin.signIn();
        assertThat(admin.open(Server.at("/setup")).uri().getPath()).isEqualTo("/setup");

        ServerSide.change("UPDATE gatehouse.profile SET required_assurance = 'HIGH' WHERE api_name = 'SystemAdministrator'");
        try {
            HttpResponse<String> login = admin.open(Server.at("/setup"));
            assertThat(login.uri().getPath()).isEqualTo("/login");
            assertThat(admin.signIn(login).uri().getPath()).as("led to set one up").isEqualTo("/security");
        } finally {
            ServerSide.change("UPDATE gatehouse.profile SET required_assurance = 'STANDARD' WHERE api_name = 'SystemAdministrator'");
        }
    }

    private static RequestSpecification admin() {
        String token = Agent.automation().connect(new Person("admin"), "api").getTokens().getAccessToken().getValue();
        return new RequestSpecBuilder().setAuth(RestAssured.oauth2(token)).setContentType("application/json").build();
    }

    private static JsonPath profile(RequestSpecification admin, String settings) {
        return given().spec(admin).body(settings).put(PROFILE).then().statusCode(200).extract().jsonPath();
    }

    @Test
    void theCodePageIsNothingWithoutThePassword() {
        assertThat(person.open(Server.at("/login/code")).uri().getPath()).isEqualTo("/login");
        assertThat(person.open(Server.at("/security/enrol")).uri().getPath()).isEqualTo("/login");
        assertThat(person.open(Server.at("/security")).uri()).isEqualTo(Server.at("/login?to=security"));
    }

    private Enrolled enrol() {
        person.signIn();
        return enrol(person.open(Server.at("/security")));
    }

    private Enrolled enrol(HttpResponse<String> security) {
        HttpResponse<String> key = person.press(security, "Set up a second factor", Map.of("password", Person.DEMO_PASSWORD));
        Document page = Jsoup.parse(key.body());
        var authenticator = new Authenticator(page.select("#key").text());
        assertThat(page.select("#uri").text()).startsWith("otpauth://totp/Gatehouse:" + USERNAME + "?secret=");
        String code = authenticator.code(0);
        HttpResponse<String> codes = person.press(key, "Confirm", Map.of("code", code));
        Document shown = Jsoup.parse(codes.body(), Server.URL);
        return new Enrolled(authenticator, code, shown.select("#recoveryCodes code").eachText(), URI.create(shown.select("main a").attr("abs:href")));
    }

    private static HttpResponse<String> withCode(Person person, String code) {
        return person.press(person.signIn(person.open(Server.at("/login?to=security"))), "Continue", Map.of("code", code));
    }

    /** The reasons in the person's history, newest first. */
    private static List<String> history() {
        return ServerSide.rows("SELECT reason FROM gatehouse.login_history" + OF_THE_PERSON + " ORDER BY id DESC FETCH FIRST 6 ROWS ONLY").stream()
                .map(List::getFirst)
                .toList();
    }

    private static boolean isSecurityPage(HttpResponse<String> page) {
        return page.statusCode() == 200 && titleOf(page).contains("Your security");
    }

    private static String titleOf(HttpResponse<String> page) {
        return Jsoup.parse(page.body()).title();
    }

    private static String textOf(HttpResponse<String> page) {
        return Jsoup.parse(page.body()).text();
    }

    private record Enrolled(Authenticator authenticator, String confirmed, List<String> recoveryCodes, URI next) {}
}
