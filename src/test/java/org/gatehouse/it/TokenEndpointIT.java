package org.gatehouse.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The token endpoint over HTTP, against requests that no good client sends; and the two ways in which a code might leave the consent page. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class TokenEndpointIT {
    private static final URI TOKEN = Server.at("/oauth2/token");
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Agent agent = new Agent(Server.READS);

    @Test
    void t07GivesNoTokenToARequestOfAnotherShape() {
        Map<String, String> refreshment = refreshment();
        String form = Visitor.form(refreshment);

        assertNoToken(given().get(TOKEN + "?" + form).then());
        assertNoToken(given().contentType(FORM).post(TOKEN + "?" + form).then());
        assertNoToken(given().contentType("application/json").body(refreshment).post(TOKEN).then());
        assertNoToken(given().multiPart("grant_type", "refresh_token").multiPart("refresh_token", refreshment.get("refresh_token"))
                .multiPart("client_id", "inspector").post(TOKEN).then());
        assertNoToken(post(form + "&grant_type=refresh_token"));
        assertNoToken(post(form + "&client_id=inspector"));

        post(form).statusCode(200).body("token_type", equalTo("Bearer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "client_credentials", "urn:ietf:params:oauth:grant-type:device_code",
        "urn:ietf:params:oauth:grant-type:token-exchange", "urn:ietf:params:oauth:grant-type:jwt-bearer", "implicit"})
    void t09KnowsNoOtherGrant(String grant) {
        post(Visitor.form(Map.of("grant_type", grant, "client_id", "inspector", "username", "rep.west.1", "password", Person.DEMO_PASSWORD, "assertion", "x")))
                .statusCode(400).body("error", equalTo("unsupported_grant_type"));
    }

    @Test
    void t20AnAnswerWithTokensOrWithoutIsStoredNowhere() {
        post(Visitor.form(refreshment())).statusCode(200).header("Cache-Control", containsString("no-store"));
        post("grant_type=refresh_token&refresh_token=wrong&client_id=inspector")
                .statusCode(400).header("Cache-Control", containsString("no-store")).contentType("application/json")
                .body("error", equalTo("invalid_grant"));
    }

    @Test
    void t21RefusesWhatIsTooMuchOrNoTextWithoutAFault() {
        String many = IntStream.range(0, 10_000).mapToObj(n -> "p" + n + "=1").collect(Collectors.joining("&"));
        List<String> bodies = List.of(many, "grant_type=" + "a".repeat(1_000_000), "grant_type=%FF%FE", "grant_type=%00", "grant_type=a%0d%0ab", "%", "&&&=", "");

        for (String body : bodies) {
            post(body).statusCode(anyOf(is(400), is(401), is(413))).body(not(containsString("xception")));
        }
        given().contentType(FORM).body(new byte[] {'a', '=', (byte) 0xC3, (byte) 0x28, 0, '&', (byte) 0xED, (byte) 0xA0, (byte) 0x80}).post(TOKEN)
                .then().statusCode(400);
    }

    @Test
    void a21TheConsentPageTakesNoAnswerButThatOfItsOwnForm() throws Exception {
        var person = new Person("rep.west.1");
        HttpResponse<String> consent = person.signIn(person.open(agent.authorizationUrl("mcp_api.read")));
        String viewState = SubmittedForm.of(consent).viewState();
        var other = new Person("rep.west.3");
        HttpResponse<String> othersPage = other.signIn(other.open(new Agent(Server.READS).authorizationUrl("mcp_api.read")));
        String othersState = SubmittedForm.of(othersPage).viewState();
        SubmittedForm allow = SubmittedForm.of(consent);

        assertThat(send(person, allow.post("", "same-origin", Server.URL)).statusCode()).as("without the page's state").isEqualTo(403);
        assertNoCode(send(person, allow.post(othersState, "same-origin", Server.URL)), "with the state of another session");
        assertThat(send(person, allow.post(viewState, "cross-site", "https://evil.example")).statusCode()).as("from another site").isEqualTo(403);
        assertThat(send(person, allow.post(viewState, "same-site", Server.URL)).statusCode()).as("from a sibling site").isEqualTo(403);
        assertNoCode(send(person, allow.get(viewState)), "by GET");

        HttpResponse<String> own = send(person, allow.post(viewState, "same-origin", Server.URL));
        assertThat(own.headers().firstValue("Location").orElse("")).as("by its own form: " + own.statusCode()).contains("code=");
    }

    private static HttpResponse<String> send(Person person, HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.header("Cookie", "gatehouse=" + person.sessionId()).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static void assertNoCode(HttpResponse<String> answer, String how) {
        assertThat(answer.headers().firstValue("Location").orElse("")).as(how).doesNotContain("code=");
    }

    private static void assertNoToken(ValidatableResponse answer) {
        int status = answer.extract().statusCode();
        assertThat(status).isBetween(400, 499);
        assertThat(answer.extract().asString()).doesNotContain("access_token");
    }

    private static ValidatableResponse post(String body) {
        return given().contentType(FORM).body(body.getBytes(StandardCharsets.UTF_8)).post(TOKEN).then();
    }

    private Map<String, String> refreshment() {
        String token = agent.connect(new Person("rep.west.1"), "mcp_api.read refresh_token").getTokens().getRefreshToken().getValue();
        return Map.of("grant_type", "refresh_token", "client_id", "inspector", "refresh_token", token);
    }
}
