package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A new installation as production runs it: no demo, an https URL, nobody there. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstRunIT {
    private static final String PUBLIC = "https://gate.example";
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    static Path directory;

    private static OwnServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new OwnServer(directory, PUBLIC);
        server.awaitReady();
    }

    @AfterAll
    static void stop() throws Exception {
        server.stop();
    }

    @Test
    @Order(1)
    void g09ANewInstallationHasNobodyAndNoPasswordAndOneLinkThatOnlyTheServersAccountCanRead() throws Exception {
        Path link = server.home().resolve("first-administrator.link");

        assertThat(Files.readString(link)).startsWith(PUBLIC + "/welcome?code=");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(link))).isEqualTo("rw-------");
        assertThat(server.log()).contains("GATE00160").doesNotContain(code());
        assertThat(signIn("admin", "gatehouse").body()).contains("You are not signed in");
    }

    @Test
    @Order(2)
    void a33TheSessionsCookieIsForThisHostOverTlsAndNotForScripts() throws Exception {
        HttpResponse<String> page = server.send(HttpRequest.newBuilder(server.at("/login")));

        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("__Host-gatehouse=").containsIgnoringCase("; Secure").containsIgnoringCase("; HttpOnly")
                .contains("; SameSite=Lax").containsIgnoringCase("; Path=/").doesNotContainIgnoringCase("Domain");
        String value = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';')).replaceAll("\\..*", "");
        assertThat(value.length() * 6).as("bits of " + value).isGreaterThanOrEqualTo(128);
    }

    @Test
    @Order(3)
    void theLinkMakesTheFirstAdministratorWhoSignsInAndOpensTheConsole() throws Exception {
        String code = code();
        HttpResponse<String> page = server.send(HttpRequest.newBuilder(server.at("/welcome?code=" + code)));
        assertThat(page.body()).contains("Make the first administrator");

        HttpResponse<String> done = press(page, "/welcome", Map.of(
                "code", code, "username", "ada", "name", "Ada", "email", "ada@gate.example", "password", PASSWORD, "repeated", PASSWORD));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        assertThat(done.headers().firstValue("Location")).contains(PUBLIC + "/login");

        HttpResponse<String> signedIn = signIn("ada", PASSWORD);
        assertThat(signedIn.statusCode()).isEqualTo(303);
        HttpResponse<String> console = server.send(HttpRequest.newBuilder(server.at("/setup")).header("Cookie", cookie(signedIn)));
        assertThat(console.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(console.body()).text()).contains("No MCP server is active", "ada").doesNotContain("Demo");
        assertThat(server.send(HttpRequest.newBuilder(server.at("/welcome?code=" + code))).body()).contains("This link is not good");
    }

    private static String code() throws Exception {
        String link = Files.readString(server.home().resolve("first-administrator.link")).strip();
        return URI.create(link).getQuery().replaceFirst("code=", "");
    }

    private static HttpResponse<String> signIn(String username, String password) throws Exception {
        HttpResponse<String> page = server.send(HttpRequest.newBuilder(server.at("/login")));
        return press(page, "/login", Map.of("username", username, "password", password));
    }

    /** Sends the page's form with what somebody typed, as a browser at the public URL does. */
    private static HttpResponse<String> press(HttpResponse<String> page, String path, Map<String, String> typed) throws Exception {
        Document document = Jsoup.parse(page.body());
        Map<String, String> fields = new LinkedHashMap<>();
        document.select("form input[name]").forEach(field -> fields.put(field.attr("name"), field.attr("value")));
        fields.putAll(typed);
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return server.send(HttpRequest.newBuilder(server.at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookie(page))
                .header("Origin", PUBLIC)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The cookie that an answer sets, as a browser sends it back. */
    private static String cookie(HttpResponse<String> answer) {
        // The last one: signing in gives the session another id.
        return answer.headers().allValues("Set-Cookie").getLast().replaceFirst(";.*", "");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
