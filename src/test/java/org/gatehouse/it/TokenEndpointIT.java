package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gatehouse.platform.json.Json;
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
    void t07GivesNoTokenToARequestOfAnotherShape() throws Exception {
        Map<String, String> refreshment = refreshment();
        String form = Visitor.form(refreshment);

        assertNoToken(send(HttpRequest.newBuilder(URI.create(TOKEN + "?" + form)).GET()));
        assertNoToken(send(HttpRequest.newBuilder(URI.create(TOKEN + "?" + form)).header("Content-Type", FORM).POST(HttpRequest.BodyPublishers.noBody())));
        assertNoToken(post("application/json", Json.text(refreshment)));
        assertNoToken(post("multipart/form-data; boundary=x", refreshment.entrySet().stream()
                .map(field -> "--x\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n" + field.getValue() + "\r\n")
                .collect(Collectors.joining("", "", "--x--\r\n"))));
        assertNoToken(post(FORM, form + "&grant_type=refresh_token"));
        assertNoToken(post(FORM, form + "&client_id=inspector"));

        assertThat(post(FORM, form).body()).contains("\"access_token\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "client_credentials", "urn:ietf:params:oauth:grant-type:device_code",
        "urn:ietf:params:oauth:grant-type:token-exchange", "urn:ietf:params:oauth:grant-type:jwt-bearer", "implicit"})
    void t09KnowsNoOtherGrant(String grant) throws Exception {
        HttpResponse<String> answer = post(FORM, Visitor.form(Map.of(
                "grant_type", grant, "client_id", "inspector", "username", "rep.west.1", "password", Person.DEMO_PASSWORD, "assertion", "x")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"unsupported_grant_type\"");
    }

    @Test
    void t20AnAnswerWithTokensOrWithoutIsStoredNowhere() throws Exception {
        HttpResponse<String> tokens = post(FORM, Visitor.form(refreshment()));
        HttpResponse<String> refusal = post(FORM, "grant_type=refresh_token&refresh_token=wrong&client_id=inspector");

        assertThat(tokens.statusCode()).isEqualTo(200);
        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(refusal.body()).contains("\"invalid_grant\"");
        for (HttpResponse<String> answer : List.of(tokens, refusal)) {
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        }
    }

    @Test
    void t21RefusesWhatIsTooMuchOrNoTextWithoutAFault() throws Exception {
        String many = IntStream.range(0, 10_000).mapToObj(n -> "p" + n + "=1").collect(Collectors.joining("&"));
        List<String> bodies = List.of(
                many, "grant_type=" + "a".repeat(1_000_000), "grant_type=%FF%FE", "grant_type=%00", "grant_type=a%0d%0ab", "%", "&&&=", "",
                "grant_type=\u0000", "grant_type=\u00e9");

        for (String body : bodies) {
            HttpResponse<String> answer = post(FORM, body);
            assertThat(answer.statusCode()).as(body.substring(0, Math.min(40, body.length()))).isIn(400, 401, 413);
            assertThat(answer.body()).doesNotContain("xception");
        }
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
        assertThat(send(person, allow.get(viewState)).statusCode()).as("by GET").isEqualTo(403);

        HttpResponse<String> own = send(person, allow.post(viewState, "same-origin", Server.URL));
        assertThat(own.headers().firstValue("Location").orElse("")).as("by its own form: " + own.statusCode()).contains("code=");
    }

    private static HttpResponse<String> send(Person person, HttpRequest.Builder request) throws Exception {
        return send(request.header("Cookie", "gatehouse=" + person.sessionId()));
    }

    private static void assertNoCode(HttpResponse<String> answer, String how) {
        assertThat(answer.headers().firstValue("Location").orElse("")).as(how).doesNotContain("code=");
    }

    private static void assertNoToken(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("access_token");
    }

    private static HttpResponse<String> post(String contentType, String body) throws Exception {
        return send(HttpRequest.newBuilder(TOKEN).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private Map<String, String> refreshment() {
        String token = agent.connect(new Person("rep.west.1"), "mcp_api.read refresh_token").getTokens().getRefreshToken().getValue();
        return Map.of("grant_type", "refresh_token", "client_id", "inspector", "refresh_token", token);
    }
}
