package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gatehouse.platform.json.Json;

/** A demo server of a benchmark's own, without limits that a benchmark would run into. */
public final class BenchServer implements AutoCloseable {
    private final OwnServer server;
    private final String url;

    /**
     * Starts it.
     *
     * @param change what is changed in its deployments before it starts
     */
    public BenchServer(Path directory, Map<String, String> environment, Change change) throws Exception {
        int port = OwnServer.freePort();
        url = "http://localhost:" + port;
        OwnServer.copyInstallation(directory);
        change.in(directory.resolve("standalone").resolve("deployments"));
        server = new OwnServer(directory, port, List.of("gatehouse.demo=true", "gatehouse.public-url=" + url, "jboss.node.name=bench"), environment);
        server.awaitReady();
        liftLimits();
    }

    /** Where it is. */
    public String url() {
        return url;
    }

    /** A token of a person of the demo organisation. */
    public String token(String username) throws Exception {
        return new NodeAgent(server, server, url).connect("inspector", username, "/mcp/v1/platform/object-reads", "mcp_api.read");
    }

    /** The limits stay on, because looking at them is part of a call. */
    private void liftLimits() throws Exception {
        String admin = new NodeAgent(server, server, url).connect("automation", "admin", "/api/v1", "api");
        HttpResponse<String> limits = send(admin, HttpRequest.newBuilder(server.at("/api/v1/limits")));
        for (var limit : Json.read(limits.body().getBytes(StandardCharsets.UTF_8))) {
            var raised = ((ObjectNode) limit).put("size", 10_000_000_000L);
            send(admin, HttpRequest.newBuilder(server.at("/api/v1/limits/" + limit.path("name").asText()))
                    .PUT(HttpRequest.BodyPublishers.ofByteArray(Json.write(raised))));
        }
    }

    private HttpResponse<String> send(String token, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = server.send(request.header("Authorization", "Bearer " + token).header("Content-Type", "application/json"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the server was ending.", e);
        }
    }

    /** A change of a server's deployments. */
    @FunctionalInterface
    public interface Change {
        /** Makes it. */
        void in(Path deployments) throws IOException;
    }
}
