package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.id.ClientID;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gatehouse.platform.json.Json;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Markup in all that an outsider can make Gatehouse keep: an app's name and logo, a browser's name, what an agent calls. No page makes more of it than text. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextIT {
    private static final String CLIENT = "it-hostile";
    private static final String PERSON = "rep.east.8";
    private static final String MARKUP = "<img src=x onerror=alert(1)>";
    private static final String AS_TEXT = "&lt;img src=x";
    private static final String SCRIPT_URL = "javascript:alert(document.domain)";
    private static final String WHAT_ACTS = "script, img[src=x], [onerror], [href^=javascript:], [src^=javascript:], [action^=javascript:], [href*=evil.example], [src*=evil.example]";

    private final Agent agent = new Agent(new ClientID(CLIENT), Server.READS);
    private final Person person = new Person(PERSON, Person.DEMO_PASSWORD, Map.of("User-Agent", "Browser " + MARKUP));
    private String personId = "";

    @Deployment(testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

    @BeforeAll
    void plant() {
        Api api = Api.asAdmin();
        Map<String, Object> client = Api.newClient(CLIENT, "none");
        client.put("label", "App " + MARKUP);
        client.put("description", MARKUP);
        client.put("logoUri", SCRIPT_URL);
        api.request().body(client).post("/clients").then().statusCode(201);
        personId = ServerSide.rows("SELECT id FROM gatehouse.app_user WHERE username = '" + PERSON + "'").getFirst().getFirst();
        String token = agent.redeem(person.allow(agent.authorizationUrl("mcp_api.read"))).toSuccessResponse().getTokens().getAccessToken().getValue();
        Mcp.call(token, MARKUP, Json.object().put("x", MARKUP));
    }

    @AfterAll
    void block() {
        Api.asAdmin().request().post("/clients/" + CLIENT + "/block").then().statusCode(200);
    }

    @Test
    void g02m09NoPageOfTheConsoleMakesMoreOfItThanText() throws Exception {
        var admin = new Person("admin");
        admin.signIn();
        Set<String> shown = new TreeSet<>();

        for (String page : consolePages()) {
            HttpResponse<String> answer = admin.open(Server.at(page));
            assertThat(answer.statusCode()).as(page).isLessThan(500);
            if (answer.headers().firstValue("Content-Disposition").filter(it -> it.startsWith("attachment")).isPresent()) {
                assertThat(answer.headers().firstValue("Content-Type")).as("%s is a file, which no browser shows", page).hasValueSatisfying(
                        type -> assertThat(type).doesNotContain("html"));
                assertThat(answer.headers().firstValue("X-Content-Type-Options")).as(page).hasValue("nosniff");
                continue;
            }
            assertThat(Jsoup.parse(answer.body()).select(WHAT_ACTS)).as(page).isEmpty();
            if (answer.body().contains(AS_TEXT)) {
                shown.add(page);
            }
        }

        assertThat(shown).as("where it is to be seen").contains(
                "/setup/apps", "/setup/app?id=" + CLIENT, "/setup/connections", "/setup/person?id=" + personId, "/setup/search?object=" + CLIENT,
                "/setup/search?clientId=" + CLIENT);
    }

    @Test
    void g02m09NoPageOfAPersonMakesMoreOfItThanText() {
        for (String page : List.of("/connections", "/security", "/approvals", "/", "/logout")) {
            assertThat(Jsoup.parse(person.open(Server.at(page)).body()).select(WHAT_ACTS)).as(page).isEmpty();
        }
        assertThat(person.open(Server.at("/connections")).body()).as("the app's name").contains(AS_TEXT);
        assertThat(person.open(Server.at("/security")).body()).as("the browser's name").contains(AS_TEXT);

        HttpResponse<String> consent = person.open(AuthorizeRequest.of(CLIENT, AuthorizeRequest.LOOPBACK).with("scope", "mcp_api").url());
        assertThat(consent.body()).as("who asks").contains(AS_TEXT).contains("The answer goes to");
        assertThat(Jsoup.parse(consent.body()).select(WHAT_ACTS)).isEmpty();
    }

    @Test
    void g02AnErrorPageShowsNothingOfTheRequestThatActs() {
        for (String path : List.of("/oauth2/authorize?client_id=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E", "/no/%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
                "/login?request=%22%3E%3Cimg+src%3Dx%3E", "/setup/search?username=%22%3E%3Cimg+src%3Dx+onerror%3Dalert(1)%3E")) {
            assertThat(Jsoup.parse(person.open(Server.at(path)).body()).select(WHAT_ACTS)).as(path).isEmpty();
        }
    }

    /** Every page of the setup, and those of what was planted. */
    private List<String> consolePages() throws Exception {
        Path webapp = Path.of("src/main/webapp");
        try (Stream<Path> files = Files.walk(webapp.resolve("setup"))) {
            List<String> pages = new ArrayList<>(files.filter(it -> it.toString().endsWith(".xhtml")).sorted()
                    .map(file -> "/" + webapp.relativize(file).toString().replace(".xhtml", "")).toList());
            pages.addAll(List.of(
                    "/setup", "/setup/app?id=" + CLIENT, "/setup/person?id=" + personId, "/setup/search?object=" + CLIENT, "/setup/search?clientId=" + CLIENT,
                    "/setup/find?q=hostile", "/setup/connections?client=" + CLIENT, "/setup/doctor?client=" + CLIENT));
            return pages;
        }
    }
}
