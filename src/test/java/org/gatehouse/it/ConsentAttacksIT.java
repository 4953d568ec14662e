package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What happens between the sign-in and the code, and between the code and the token: answers that were tampered with, given twice, or given by who may no longer. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ConsentAttacksIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Agent agent = new Agent(Server.READS);

    @Deployment(testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

    @Test
    void a23WhatAFormAddsCountsForNothingAgainstWhatTheServerKeeps() throws Exception {
        var person = new Person("rep.west.3");
        SubmittedForm allow = SubmittedForm.of(consent(person));

        HttpResponse<String> answer = send(person, tampered(allow, Map.of(
                "client_id", "claude", "redirect_uri", "https://evil.example/cb", "resource", Server.mcp("platform/object-all"), "user", "admin", "username", "admin",
                "state", "another", "code_challenge", "x".repeat(43), "scope", "mcp_api.read")));

        URI redirect = Person.location(answer);
        assertThat(redirect.toString()).startsWith("http://127.0.0.1:43210/oauth/callback?");
        String token = agent.redeem(redirect).toSuccessResponse().getTokens().getAccessToken().getValue();
        assertThat(ServerSide.rows("SELECT u.username, g.client_id, g.resource, g.scope FROM gatehouse.oauth_grant g JOIN gatehouse.app_user u ON u.id = g.user_id"
                        + " WHERE u.username = 'rep.west.3' ORDER BY g.created_at DESC").getFirst())
                .containsExactly("rep.west.3", "inspector", Server.mcp(Server.READS), "mcp_api.read");
        Mcp.list(token, Server.READS).statusCode(200);
    }

    @Test
    void a23AScopeThatWasNotOfferedIsNotGranted() throws Exception {
        var person = new Person("rep.west.3");
        SubmittedForm allow = SubmittedForm.of(consent(person));

        HttpResponse<String> answer = send(person, tampered(allow, Map.of("scope", "mcp_api.delete")));

        assertThat(agent.parse(Person.location(answer)).toErrorResponse().getErrorObject()).isEqualTo(OAuth2Error.ACCESS_DENIED);
    }

    @Test
    void a23TheRequestOfAnotherSessionCannotBeAnswered() throws Exception {
        var person = new Person("rep.west.3");
        var other = new Person("rep.west.4");
        SubmittedForm own = SubmittedForm.of(consent(person));
        SubmittedForm others = SubmittedForm.of(other.signIn(other.open(new Agent(Server.READS).authorizationUrl("mcp_api.read"))));

        HttpResponse<String> answer = send(person, tampered(own, Map.of("request", String.valueOf(others.fields().get("request")))));

        assertThat(answer.headers().map()).doesNotContainKey("location");
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void a24AFormThatIsSentTwiceOrFromTwoTabsOrAfterGoingBackMakesOneCode() throws Exception {
        var person = new Person("rep.west.3");
        HttpResponse<String> page = consent(person);
        SubmittedForm tab = SubmittedForm.of(page);
        SubmittedForm otherTab = SubmittedForm.of(person.open(page.uri()));

        List<HttpResponse<String>> answers = new ArrayList<>();
        answers.add(send(person, post(tab)));
        answers.add(send(person, post(tab)));
        answers.add(send(person, post(otherTab)));
        HttpResponse<String> back = person.open(page.uri());

        assertThat(answers).filteredOn(ConsentAttacksIT::hasCode).hasSize(1);
        assertThat(back.statusCode()).as("the page after its answer").isEqualTo(400);
        assertThat(Jsoup.parse(back.body()).text()).contains("has been answered already or has expired");
    }

    @Test
    void a24OfManyAnswersAtOnceOneMakesACode() throws Exception {
        var person = new Person("rep.west.3");
        SubmittedForm form = SubmittedForm.of(consent(person));
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> sent = Stream.generate(() -> threads.submit(() -> send(person, post(form)))).limit(10).toList();
            for (Future<HttpResponse<String>> answer : sent) {
                answers.add(answer.get(60, TimeUnit.SECONDS));
            }
        }

        assertThat(answers).filteredOn(ConsentAttacksIT::hasCode).hasSize(1);
        assertThat(answers).as("no fault").allSatisfy(answer -> assertThat(answer.statusCode()).isLessThan(500));
    }

    static Stream<String> hostileNames() {
        return Stream.of(
                "<img src=x onerror=alert(1)>", "</strong><script>alert(1)</script>", "Claude\u202eedualC", "Claude\u2066\u200b\u200f", "Claude\nThe answer goes to\nbank.example",
                "${7*7} #{7*7} {{7*7}}", "\"' onmouseover=alert(1) x='");
    }

    @ParameterizedTest
    @MethodSource("hostileNames")
    void a26g02ANameIsShortInertTextAndTheHostOfTheAnswerStandsBesideIt(String name) throws Exception {
        // As somebody's database might hold it, whatever the registration refuses.
        ServerSide.change("UPDATE gatehouse.client SET label = U&'" + unicode(name) + "' WHERE client_id = 'inspector'");
        try {
            HttpResponse<String> answer = consent(new Person("rep.west.3"));

            Document page = Jsoup.parse(answer.body());
            assertThat(page.select("script, img[src=x], [onerror], [onmouseover]")).isEmpty();
            assertThat(page.select("#redirectHost").text()).isEqualTo("127.0.0.1");
            String shown = page.select("p.ask strong").getFirst().wholeText();
            assertThat(shown).isNotBlank().hasSizeLessThanOrEqualTo(80).doesNotContain("\n", "\u202e", "\u2066", "\u200b", "\u200f", "49");
        } finally {
            ServerSide.change("UPDATE gatehouse.client SET label = 'MCP Inspector' WHERE client_id = 'inspector'");
        }
    }

    @Test
    void a26ANameOfTenKilobytesIsRefusedWhereItIsEntered() {
        var api = Api.asAdmin();
        var settings = api.client("inspector");
        settings.put("label", "x".repeat(10_000));

        api.putClient("inspector", settings).statusCode(400);
    }

    @Test
    void aPageThatWasOpenBeforeASecondFactorWasDemandedGivesNoCode() throws Exception {
        var person = new Person("rep.west.3");
        HttpResponse<String> page = consent(person);
        ServerSide.change("UPDATE gatehouse.profile SET required_assurance = 'HIGH' WHERE api_name = 'StandardUser'");
        try {
            assertThat(person.open(page.uri()).uri().getPath()).as("led to set one up").isEqualTo("/security");
            assertThat(send(person, post(SubmittedForm.of(page))).statusCode()).as("answered all the same").isEqualTo(400);
        } finally {
            ServerSide.change("UPDATE gatehouse.profile SET required_assurance = 'STANDARD' WHERE api_name = 'StandardUser'");
        }
    }

    @Test
    void a28APersonOutsideTheAppsRangesGetsNoCode() throws Exception {
        Api.asAdmin().whileNarrowed("inspector", "203.0.113.0", "203.0.113.255", () -> {
            URI redirect = new Person("rep.west.3").allow(agent.authorizationUrl("mcp_api.read"));

            assertThat(agent.parse(redirect).toErrorResponse().getErrorObject()).isEqualTo(OAuth2Error.ACCESS_DENIED);
        });
    }

    @Test
    void a28APersonOutsideTheProfilesRangesIsNotEvenSignedIn() {
        var api = Api.asAdmin();
        api.profileRanges("StandardUser", "203.0.113.0", "203.0.113.255");
        try {
            var person = new Person("rep.west.3");
            HttpResponse<String> page = person.signIn(person.open(agent.authorizationUrl("mcp_api.read")));

            assertThat(Person.isSignIn(page)).isTrue();
            assertThat(ServerSide.rows("SELECT reason FROM gatehouse.login_history WHERE username = 'rep.west.3' ORDER BY id DESC").getFirst())
                    .containsExactly("OUTSIDE_LOGIN_RANGE");
        } finally {
            api.profileRanges("StandardUser");
        }
    }

    @Test
    void a28ARangeThatIsNarrowedWhileThePageIsOpenDecides() throws Exception {
        var person = new Person("rep.west.3");
        SubmittedForm form = SubmittedForm.of(consent(person));
        Api.asAdmin().whileNarrowed("inspector", "203.0.113.0", "203.0.113.255", () -> {
            HttpResponse<String> answer = send(person, post(form));

            assertThat(agent.parse(Person.location(answer)).toErrorResponse().getErrorObject()).isEqualTo(OAuth2Error.ACCESS_DENIED);
        });
    }

    @Test
    void a30APersonWhoIsDisabledAfterTheSignInGetsNoCode() throws Exception {
        var person = new Person("rep.east.3");
        SubmittedForm form = SubmittedForm.of(consent(person));
        active("rep.east.3", false);
        try {
            assertThat(hasCode(send(person, post(form)))).isFalse();
        } finally {
            active("rep.east.3", true);
        }
    }

    @Test
    void a30APersonWhoIsDisabledAfterTheConsentGetsNoToken() {
        URI redirect = new Person("rep.east.3").allow(agent.authorizationUrl("mcp_api.read"));
        active("rep.east.3", false);
        try {
            assertThat(agent.redeem(redirect).toErrorResponse().getErrorObject()).isEqualTo(OAuth2Error.INVALID_GRANT);
        } finally {
            active("rep.east.3", true);
        }
    }

    /** Ten minutes of a waiting request cannot pass here, because they stand in the server's memory: ConsentTest has a clock of its own. */
    @Test
    void a31ACodeThatIsTooOldGivesNothing() {
        URI redirect = new Person("rep.west.3").allow(agent.authorizationUrl("mcp_api.read"));
        ServerSide.change("UPDATE gatehouse.authorization_code SET expires_at = CURRENT_TIMESTAMP WHERE used_at IS NULL");

        assertThat(agent.redeem(redirect).toErrorResponse().getErrorObject()).isEqualTo(OAuth2Error.INVALID_GRANT);
        assertThat(ServerSide.rows("SELECT COUNT(*) FROM gatehouse.authorization_code WHERE expires_at > DATEADD('SECOND', 60, CURRENT_TIMESTAMP)"))
                .as("none lives longer than a minute").containsExactly(List.of("0"));
    }

    @Test
    void t03t18ACodeOfOneClientIsNothingInTheHandsOfAnother() {
        URI redirect = new Person("rep.west.3").allow(agent.authorizationUrl("mcp_api.read"));
        var code = agent.parse(redirect).toSuccessResponse().getAuthorizationCode();

        var thief = new Agent(new ClientID("claude"), Server.READS).redeem(code, new CodeVerifier());

        assertThat(thief.toErrorResponse().getErrorObject()).isEqualTo(OAuth2Error.INVALID_GRANT);
        assertThat(agent.redeem(redirect).indicatesSuccess()).as("its owner still gets the tokens").isTrue();
    }

    private HttpResponse<String> consent(Person person) {
        return person.signIn(person.open(agent.authorizationUrl("mcp_api.read")));
    }

    private static HttpRequest.Builder post(SubmittedForm form) {
        return form.post(form.viewState(), "same-origin", Server.URL);
    }

    /** The form with fields that a page of ours does not have, or with other values. */
    private static HttpRequest.Builder tampered(SubmittedForm form, Map<String, String> changes) {
        Map<String, String> fields = new LinkedHashMap<>(form.fields());
        fields.putAll(changes);
        return post(new SubmittedForm(form.action(), fields, form.viewState()));
    }

    private static HttpResponse<String> send(Person person, HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.header("Cookie", "gatehouse=" + person.sessionId()).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static boolean hasCode(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").contains("code=");
    }

    private static void active(String username, boolean active) {
        ServerSide.change("UPDATE gatehouse.app_user SET active = " + active + " WHERE username = '" + username + "'");
    }

    private static String unicode(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(c == '\'' ? "''" : c < ' ' || c > '~' || c == '\\' ? "\\%04x".formatted(c) : String.valueOf((char) c)));
        return escaped.toString();
    }
}
