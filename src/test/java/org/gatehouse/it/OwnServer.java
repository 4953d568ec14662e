package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server of a test's own, made from the provisioned one. */
final class OwnServer {
    private static final Path INSTALLATION = Path.of(System.getProperty("jboss.home"));
    /** WildFly's word for a start after which something is missing. */
    private static final String WITH_ERRORS = "WFLYSRV0026";

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final int port;
    private final Path home;
    private final Path log;
    private final Process process;

    /**
     * Starts a server.
     *
     * @param directory where its files go; where it has run before, it goes on
     * @param port where it listens
     * @param properties system properties, without {@code -D}
     * @param environment environment variables
     */
    OwnServer(Path directory, int port, List<String> properties, Map<String, String> environment) throws IOException {
        Path base = copyInstallation(directory);
        this.port = port;
        home = directory.resolve("home");
        log = directory.resolve("server.log");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(), "-Xmx768m", "-Djava.net.preferIPv4Stack=true",
                "-Djboss.home.dir=" + INSTALLATION, "-Djboss.server.base.dir=" + base, "-Djboss.http.port=" + port,
                "-Djboss.management.http.port=" + freePort(), "-Dgatehouse.home=" + home));
        properties.forEach(property -> command.add("-D" + property));
        command.addAll(List.of(
                "-jar", INSTALLATION.resolve("jboss-modules.jar").toString(), "-mp", INSTALLATION.resolve("modules").toString(),
                "org.jboss.as.standalone"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** Copies what is the server's own; where it has been copied, it stays as it is. */
    static Path copyInstallation(Path directory) throws IOException {
        Path base = directory.resolve("standalone");
        if (!Files.exists(base)) {
            for (String part : List.of("configuration", "deployments")) {
                copy(INSTALLATION.resolve("standalone").resolve(part), base.resolve(part));
            }
        }
        return base;
    }

    Path home() {
        return home;
    }

    /** What the server has logged so far. */
    String log() throws IOException {
        return Files.readString(log);
    }

    /** Waits until the server says that it is ready. */
    void awaitReady() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!log().contains("GATE00001")) {
            assertThat(process.isAlive() && !log().contains(WITH_ERRORS) && Instant.now().isBefore(end)).as(log()).isTrue();
            Thread.sleep(200);
        }
    }

    /** Sends a request to the server itself, as the proxy would. */
    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Kills the server without a warning, as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    }

    /** Stops the server in an orderly way. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }

    /** A port that nobody listens on. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!file.toString().endsWith(".deployed")) {
                    // The mark says what another server has done.
                    Files.copy(file, target);
                }
            }
        }
    }
}
