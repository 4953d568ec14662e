package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatehouse.platform.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** U05: kills the server under load, again and again. Whatever was answered has its event, and the chain goes on. Run by the profile soak. */
class CrashRounds {
    private static final int ROUNDS = Integer.getInteger("crash.rounds", 10);
    private static final int CALLERS = 4;
    private static final long LOAD_MILLIS = 3_000;

    @TempDir
    Path directory;

    @Test
    void u05WhatWasAnsweredHasItsEventAfterAKillOnH2() throws Exception {
        rounds(Map.of());
    }

    @Test
    void u05WhatWasAnsweredHasItsEventAfterAKillOnPostgresql() throws Exception {
        try (EmbeddedPostgres database = EmbeddedPostgres.builder().start()) {
            rounds(Map.of(
                    "GATEHOUSE_DB_DRIVER", "postgresql", "GATEHOUSE_DB_URL", database.getJdbcUrl("postgres", "postgres"), "GATEHOUSE_DB_USER", "postgres",
                    "GATEHOUSE_DB_PASSWORD", "postgres"));
        }
    }

    private void rounds(Map<String, String> environment) throws Exception {
        int port = OwnServer.freePort();
        Set<String> answered = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            OwnServer server = start(port, environment);
            Client client = new Client(server, "http://localhost:" + port);
            answered.addAll(load(client));
            server.kill();
        }
        OwnServer server = start(port, environment);
        try {
            Client client = new Client(server, "http://localhost:" + port);
            JsonNode verification = client.verification();
            assertThat(verification.path("intact").asBoolean()).as("%s", verification).isTrue();
            Set<String> recorded = client.requestIds();
            assertThat(answered).as("answered, of %s linked", verification.path("chains").path(0).path("events")).hasSizeGreaterThan(ROUNDS * 10);
            assertThat(recorded).containsAll(answered);
            System.out.println(answered.size() + " calls answered in " + ROUNDS + " rounds; " + verification.path("chains"));
        } finally {
            server.stop();
        }
    }

    /** Calls from several threads until the server is to be killed; the ids of the calls that were answered. */
    private static Set<String> load(Client client) throws Exception {
        Set<String> answered = ConcurrentHashMap.newKeySet();
        AtomicBoolean over = new AtomicBoolean();
        String token = client.token("rep.west.1");
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        for (int i = 0; i < CALLERS; i++) {
            callers.execute(() -> {
                while (!over.get()) {
                    client.answered(token).ifPresent(answered::add);
                }
            });
        }
        // The load is what the kill falls into.
        TimeUnit.MILLISECONDS.sleep(LOAD_MILLIS);
        client.server.kill();
        over.set(true);
        callers.shutdown();
        assertThat(callers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        return answered;
    }

    private OwnServer start(int port, Map<String, String> environment) throws Exception {
        OwnServer server = new OwnServer(
                directory, port, List.of("gatehouse.demo=true", "gatehouse.public-url=http://localhost:" + port, "jboss.node.name=crashing"), environment);
        server.awaitReady();
        return server;
    }

    private record Client(OwnServer server, String publicUrl) {
        String token(String username) throws Exception {
            return new NodeAgent(server, server, publicUrl).connect("inspector", username, "/mcp/v1/platform/object-reads", "mcp_api.read");
        }

        /** The request id of a call that was answered; empty for one that the kill cut off. */
        Optional<String> answered(String token) {
            try {
                HttpResponse<String> answer = query(token);
                return answer.statusCode() == 200 ? answer.headers().firstValue("X-Request-Id") : Optional.empty();
            } catch (IOException e) {
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }

        HttpResponse<String> query(String token) throws IOException, InterruptedException {
            String body = Mcp.toolCall("soqlQuery", Json.object().put("query", "SELECT Id FROM Account LIMIT 1")).toString();
            return server.send(HttpRequest.newBuilder(server.at("/mcp/v1/platform/object-reads"))
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", "application/json, text/event-stream")
                    .header("MCP-Protocol-Version", Mcp.VERSION)
                    .header("Mcp-Method", "tools/call")
                    .header("Mcp-Name", "soqlQuery")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        }

        JsonNode verification() throws Exception {
            return json(HttpRequest.newBuilder(server.at("/api/v1/events/verification")).POST(HttpRequest.BodyPublishers.noBody()));
        }

        /** The request ids of all calls in the log. */
        Set<String> requestIds() throws Exception {
            Set<String> ids = new HashSet<>();
            String before = "";
            while (true) {
                JsonNode page = json(HttpRequest.newBuilder(server.at("/api/v1/events?tool=soqlQuery&limit=500" + before)));
                page.forEach(event -> ids.add(event.path("requestId").asText()));
                if (page.size() < 500) {
                    return ids;
                }
                before = "&before=" + page.get(page.size() - 1).path("id").asLong();
            }
        }

        private JsonNode json(HttpRequest.Builder request) throws Exception {
            String admin = new NodeAgent(server, server, publicUrl).connect("automation", "admin", "/api/v1", "api");
            HttpResponse<String> answer = server.send(request.header("Authorization", "Bearer " + admin));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return Json.read(answer.body().getBytes(StandardCharsets.UTF_8));
        }
    }
}
