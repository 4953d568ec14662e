package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
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
        server = new OwnServer(directory, OwnServer.freePort(), List.of("gatehouse.public-url=" + PUBLIC, "gatehouse.sign-in.reauthentication=PT0S"), Map.of());
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

        HttpResponse<String> done = new Visitor(server, PUBLIC).press(page, "/welcome", Map.of(
                "code", code, "username", "ada", "name", "Ada", "email", "ada@gate.example", "password", PASSWORD, "repeated", PASSWORD, "Continue", ""));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        assertThat(done.headers().firstValue("Location")).contains(PUBLIC + "/login");

        HttpResponse<String> signedIn = signIn("ada", PASSWORD);
        assertThat(signedIn.statusCode()).isEqualTo(303);
        HttpResponse<String> console = server.send(HttpRequest.newBuilder(server.at("/setup")).header("Cookie", Visitor.cookie(signedIn)));
        assertThat(console.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(console.body()).text()).contains("No MCP server is active", "ada").doesNotContain("Demo");
        assertThat(server.send(HttpRequest.newBuilder(server.at("/welcome?code=" + code))).body()).contains("This link is not good");
    }

    @Test
    @Order(4)
    void g10ASignInThatIsNotFreshReadsButChangesAndTakesNothing() throws Exception {
        String cookie = Visitor.cookie(signIn("ada", PASSWORD));
        HttpResponse<String> servers = server.send(HttpRequest.newBuilder(server.at("/setup/servers")).header("Cookie", cookie));

        HttpResponse<String> refused =
                new Visitor(server, PUBLIC).press(servers, "/setup/servers", cookie, Map.of("activate", "platform/object-reads"));
        HttpResponse<String> export =
                server.send(HttpRequest.newBuilder(server.at("/setup/event-log-file?file=none")).header("Cookie", cookie));

        assertThat(Jsoup.parse(refused.body()).text()).contains("Sign in again in another tab").contains("Object Reads inactive");
        assertThat(refused.body()).contains("href=\"/login?to=setup\"");
        assertThat(export.statusCode()).isEqualTo(303);
        assertThat(export.headers().firstValue("Location")).contains(PUBLIC + "/login?to=setup");
    }

    private static String code() throws Exception {
        String link = Files.readString(server.home().resolve("first-administrator.link")).strip();
        return URI.create(link).getQuery().replaceFirst("code=", "");
    }

    private static HttpResponse<String> signIn(String username, String password) throws Exception {
        HttpResponse<String> page = server.send(HttpRequest.newBuilder(server.at("/login")));
        return new Visitor(server, PUBLIC).press(page, "/login", Map.of("username", username, "password", password, "Sign in", ""));
    }

}
