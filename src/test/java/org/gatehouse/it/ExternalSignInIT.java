package org.gatehouse.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatehouse.identity.external.TestProvider;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sign-in by an external provider over HTTP, with a provider in the test's own process. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ExternalSignInIT {
    private static final String REFUSAL = "This sign-in did not succeed.";

    private final TestProvider provider = new TestProvider();
    private final Agent agent = new Agent(Server.READS);
    private final Person person = new Person("rep.west.1");

    @Deployment(testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

    @BeforeEach
    void register() {
        provider.claims.put("email", "rep.west.1@demo.example");
        ProviderRegistration.byVerifiedEmail("corp", "Our Company", provider.issuer, TestProvider.CLIENT, TestProvider.SECRET);
    }

    @AfterEach
    void remove() {
        ProviderRegistration.remove("corp");
        provider.close();
    }

    @Test
    void leadsFromTheProviderToConsentAndToTheClient() {
        HttpResponse<String> login = person.open(agent.authorizationUrl("mcp_api.read"));

        HttpResponse<String> consent = person.open(callback(provider.signIn(person.signInWith(login, "Our Company"))));

        assertThat(Jsoup.parse(consent.body()).text()).contains("MCP Inspector");
        URI redirect = Person.location(person.press(consent, "Allow", Map.of()));
        assertThat(agent.redeem(redirect).indicatesSuccess()).isTrue();
    }

    @Test
    void a18ChangesTheSessionIdWithTheSignIn() {
        URI away = person.signInWith(person.open(agent.authorizationUrl("mcp_api.read")), "Our Company");
        String before = person.sessionId();

        person.open(callback(provider.signIn(away)));

        assertThat(person.sessionId()).isNotEqualTo(before);
        given().urlEncodingEnabled(false).cookie("gatehouse", before).redirects().follow(false)
                .get(agent.authorizationUrl("mcp_api.read").toString())
                .then()
                .statusCode(303)
                .header("Location", containsString("/login?"));
    }

    @Test
    void a20RefusesAnAnswerInABrowserThatDidNotAsk() {
        URI away = person.signInWith(person.open(agent.authorizationUrl("mcp_api.read")), "Our Company");
        URI answer = callback(provider.signIn(away));

        var victim = new Person("rep.west.1").open(answer);

        assertThat(victim.statusCode()).isEqualTo(403);
        assertThat(victim.body()).contains(REFUSAL);
    }

    @Test
    void a20RefusesToStartForAnotherSite() {
        given().header("Origin", "https://evil.example").header("Sec-Fetch-Site", "cross-site")
                .formParam("external", "external").formParam("external:j_idt1:0:start", "x").formParam("jakarta.faces.ViewState", "x")
                .post(Server.at("/login")).then().statusCode(403);
    }

    @Test
    void refusesAReplayedAnswerAndSaysOneThingForEveryReason() {
        URI answer = callback(provider.signIn(person.signInWith(person.open(agent.authorizationUrl("mcp_api.read")), "Our Company")));
        person.open(answer);
        var replayed = person.open(answer);

        provider.claims.put("email", "nobody@demo.example");
        provider.claims.put("sub", "somebody-else");
        var stranger = new Person("rep.west.1");
        URI away = stranger.signInWith(stranger.open(agent.authorizationUrl("mcp_api.read")), "Our Company");
        var unknown = stranger.open(callback(provider.signIn(away)));

        assertThat(replayed.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(403);
        assertThat(replayed.body()).isEqualTo(unknown.body()).contains(REFUSAL);
    }

    @Test
    void offersNothingWhereThereIsNoProvider() {
        ProviderRegistration.remove("corp");

        assertThat(person.open(agent.authorizationUrl("mcp_api.read")).body()).doesNotContain("Sign in with");
    }

    private static URI callback(Map<String, List<String>> answer) {
        return Server.at("/login/external/callback?" + answer.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue().getFirst(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")));
    }
}
