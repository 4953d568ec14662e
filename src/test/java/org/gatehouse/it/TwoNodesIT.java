package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatehouse.platform.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one PostgreSQL: what one decides, the other obeys with its next request. */
class TwoNodesIT {
    private static final String READS = "/mcp/v1/platform/object-reads";
    private static final String API = "/api/v1";
    private static final int AT_ONCE = 50;

    @TempDir
    static Path directory;

    private static final List<OwnServer> NODES = new ArrayList<>();
    private static EmbeddedPostgres database;
    private static OtlpReceiver telemetry;
    private static OtlpReceiver silence;
    private static OwnServer first;
    private static OwnServer second;
    private static String publicUrl;

    @BeforeAll
    static void start() throws Exception {
        database = EmbeddedPostgres.builder().start();
        int port = OwnServer.freePort();
        publicUrl = "http://localhost:" + port;
        telemetry = new OtlpReceiver();
        silence = new OtlpReceiver();
        // As the operator's guide says. The second node knows where telemetry would go, and is not told to send any.
        first = node("first", port, List.of("otel.bsp.schedule.delay=100", "otel.metric.export.interval=500"), Map.of("OTEL_SDK_DISABLED", "false", "OTEL_EXPORTER_OTLP_ENDPOINT", telemetry.url(), "OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));
        first.awaitReady();
        Path keys = Files.createDirectories(directory.resolve("second/home/keys"));
        Files.copy(first.home().resolve("keys/master.key"), keys.resolve("master.key"));
        second = node("second", OwnServer.freePort(), List.of("otel.bsp.schedule.delay=100", "otel.metric.export.interval=500"), Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", silence.url(), "OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));
        second.awaitReady();
    }

    @AfterAll
    static void stop() throws Exception {
        for (OwnServer node : NODES) {
            node.stop();
        }
        database.close();
        telemetry.close();
        silence.close();
    }

    @Test
    void v10AConnectionThatOneNodeEndsIsRefusedByTheOtherWithTheNextRequest() throws Exception {
        String token = connect(first, second, "inspector", "rep.west.1", READS, "mcp_api.read");
        assertThat(list(first, token).statusCode()).isEqualTo(200);
        assertThat(list(second, token).statusCode()).isEqualTo(200);

        HttpResponse<String> revoked = post(second, "/oauth2/revoke", Map.of("client_id", "inspector", "token", token));

        assertThat(revoked.statusCode()).isEqualTo(200);
        assertThat(list(first, token).statusCode()).isEqualTo(401);
        assertThat(list(second, token).statusCode()).isEqualTo(401);
    }

    @Test
    void r02ARefreshTokenThatOneNodeTakesBackEndsItsAccessTokensOnBoth() throws Exception {
        JsonNode tokens = new NodeAgent(first, second, publicUrl).tokens("inspector", "rep.west.1", READS, "mcp_api.read refresh_token");
        String token = tokens.path("access_token").asText();
        assertThat(list(first, token).statusCode()).isEqualTo(200);
        assertThat(list(second, token).statusCode()).isEqualTo(200);

        post(first, "/oauth2/revoke", Map.of("client_id", "inspector", "token", tokens.path("refresh_token").asText()));

        assertThat(list(second, token).statusCode()).isEqualTo(401);
        assertThat(list(first, token).statusCode()).isEqualTo(401);
    }

    @Test
    void t02OneCodeAtBothNodesAtOnceGivesTokensOnceAndThoseDieOfTheReplay() throws Exception {
        Map<String, String> redemption = new NodeAgent(first, first, publicUrl).redemption("inspector", "rep.west.1", READS, "mcp_api.read");

        List<HttpResponse<String>> answers = onBoth(redemption);

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSizeLessThanOrEqualTo(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() != 200)
                .allSatisfy(answer -> assertThat(answer.body()).contains("invalid_grant")).hasSizeGreaterThanOrEqualTo(AT_ONCE - 1);
        for (HttpResponse<String> answer : answers) {
            if (answer.statusCode() == 200) {
                assertThat(list(first, text(answer, "access_token")).statusCode()).isEqualTo(401);
                assertThat(list(second, text(answer, "access_token")).statusCode()).isEqualTo(401);
            }
        }
    }

    @Test
    void t11OneRefreshTokenAtBothNodesAtOnceHasOneSuccessor() throws Exception {
        JsonNode tokens = new NodeAgent(second, first, publicUrl).tokens("inspector", "rep.west.1", READS, "mcp_api.read refresh_token");

        List<HttpResponse<String>> answers = onBoth(refreshment(tokens.path("refresh_token").asText()));

        assertThat(answers).as("within the grace").allSatisfy(answer -> assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200));
        assertThat(answers.stream().map(answer -> text(answer, "refresh_token")).distinct()).hasSize(1);
        String successor = text(answers.getFirst(), "refresh_token");
        assertThat(second.send(NodeAgent.post(second, refreshment(successor))).statusCode()).as("and it lives").isEqualTo(200);
        assertThat(first.send(NodeAgent.post(first, refreshment(tokens.path("refresh_token").asText()))).statusCode()).as("the first is over").isEqualTo(400);
        assertThat(list(second, text(answers.getFirst(), "access_token")).statusCode()).as("and with it the connection").isEqualTo(401);
    }

    @Test
    void a18ASessionIdFromBeforeTheSignInOpensNothingOnEitherNode() throws Exception {
        HttpResponse<String> page = first.send(HttpRequest.newBuilder(first.at("/login")));
        String planted = Visitor.cookie(page);

        HttpResponse<String> signedIn = signIn(page, "rep.west.6");

        assertThat(Visitor.cookie(signedIn)).isNotEqualTo(planted);
        assertThat(opens(first, Visitor.cookie(signedIn))).isTrue();
        assertThat(opens(first, planted)).isFalse();
        assertThat(opens(second, planted)).isFalse();
    }

    @Test
    void r07WhoIsDisabledOrGetsAnotherPasswordAtOneNodeIsOutAtTheOther() throws Exception {
        String admin = connect(first, second, "automation", "admin", API, "api");
        String token = connect(first, first, "inspector", "rep.west.7", READS, "mcp_api.read");
        String session = Visitor.cookie(signIn(first.send(HttpRequest.newBuilder(first.at("/login"))), "rep.west.7"));
        assertThat(opens(first, session)).isTrue();
        ObjectNode person = (ObjectNode) person(second, admin, "rep.west.7");

        put(second, admin, "/users/" + person.path("id").asText(), person.deepCopy().put("active", false).toString());
        assertThat(opens(first, session)).as("disabled").isFalse();
        assertThat(list(first, token).statusCode()).isEqualTo(401);
        assertThat(list(second, token).statusCode()).isEqualTo(401);

        ObjectNode disabled = (ObjectNode) person(first, admin, "rep.west.7");
        put(first, admin, "/users/" + person.path("id").asText(), disabled.put("active", true).toString());
        String again = Visitor.cookie(signIn(first.send(HttpRequest.newBuilder(first.at("/login"))), "rep.west.7"));
        assertThat(opens(first, again)).isTrue();
        assertThat(send(second, admin, "PUT", "/users/" + person.path("id").asText() + "/password", "{\"password\": \"correct horse battery\"}").statusCode())
                .isEqualTo(204);
        assertThat(opens(first, again)).as("another password").isFalse();
    }

    @Test
    void p37WhoLosesAPermissionAtOneNodeIsRefusedByBothWithTheNextCall() throws Exception {
        String admin = connect(first, second, "automation", "admin", API, "api");
        String token = connect(first, first, "inspector", "rep.east.2", READS, "mcp_api.read");
        assertThat(list(first, token).statusCode()).isEqualTo(200);
        assertThat(list(second, token).statusCode()).isEqualTo(200);
        String id = person(first, admin, "rep.east.2").path("id").asText();

        assertThat(send(second, admin, "DELETE", "/users/" + id + "/permission-sets/MCPClientUser", "").statusCode()).isEqualTo(204);

        assertThat(list(first, token).statusCode()).isEqualTo(401);
        assertThat(list(second, token).statusCode()).isEqualTo(401);
    }

    @Test
    void g18v15WhatAnAdministratorDoesOnOneNodeHoldsOnTheOther() throws Exception {
        String token = connect(first, first, "inspector", "rep.west.1", READS, "mcp_api.read");
        String admin = connect(first, second, "automation", "admin", API, "api");

        assertThat(act(second, admin, "/servers/platform/object-reads/deactivate").statusCode()).isEqualTo(200);
        assertThat(list(first, token).statusCode()).isEqualTo(404);
        assertThat(act(first, admin, "/servers/platform/object-reads/activate").statusCode()).isEqualTo(200);
        assertThat(list(second, token).statusCode()).isEqualTo(200);

        List<String> before = keys(first);
        assertThat(act(second, admin, "/signing-keys").statusCode()).isEqualTo(204);
        // Each node looks for new keys every five seconds; a new key signs much later than that.
        Instant end = Instant.now().plusSeconds(20);
        while (keys(first).size() == before.size() || keys(second).size() == before.size()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(200);
        }
        assertThat(keys(first)).containsExactlyInAnyOrderElementsOf(keys(second)).hasSize(before.size() + 1);
        assertThat(list(first, token).statusCode()).as("what the old key signed is good").isEqualTo(200);
    }

    @Test
    void i09AnAddressThatLeavesTheRangeIsRefusedWithTheNextCallWhicheverNodeItAsks() throws Exception {
        String token = connect(first, first, "inspector", "rep.east.1", READS, "mcp_api.read");
        String admin = connect(first, second, "automation", "admin", API, "api");
        try {
            put(first, admin, "/network/profiles/StandardUser", "{\"ranges\": [{\"first\": \"192.0.2.0\", \"last\": \"192.0.2.255\"}], \"hours\": []}");

            assertThat(list(second, token, "192.0.2.7").statusCode()).isEqualTo(200);
            assertThat(list(second, token, "198.51.100.9").statusCode()).as("the same token from elsewhere").isIn(401, 403);
            assertThat(list(first, token, "192.0.2.7, 198.51.100.9").statusCode()).as("what the client itself wrote is not believed").isIn(401, 403);
            assertThat(list(first, token, "192.0.2.7").statusCode()).as("and back").isEqualTo(200);
        } finally {
            put(first, admin, "/network/profiles/StandardUser", "{\"ranges\": [], \"hours\": []}");
        }
    }

    /** The nodes trust one proxy, 127.0.0.1, from which all requests come. */
    @Test
    void i02i04i05i06i07i08BehindAProxyTheNearestStrangerDecidesAndDoubtIsRefused() throws Exception {
        String token = connect(first, first, "inspector", "rep.east.1", READS, "mcp_api.read");
        String admin = connect(first, second, "automation", "admin", API, "api");
        try {
            put(first, admin, "/network/profiles/StandardUser",
                    "{\"ranges\": [{\"first\": \"192.0.2.7\", \"last\": \"192.0.2.9\"}, {\"first\": \"2001:db8::a\", \"last\": \"2001:db8::a\"}], \"hours\": []}");

            for (String inside : List.of(
                    "192.0.2.7", "192.0.2.9", "6.6.6.6, 192.0.2.8", "not an address, 192.0.2.8", "198.51.100.1, 192.0.2.8, 127.0.0.1", "192.0.2.8, ::ffff:127.0.0.1",
                    "::ffff:192.0.2.8", "::FFFF:C000:208", "2001:DB8:0:0:0:0:0:A", "2001:db8::000a")) {
                assertThat(list(second, token, inside).statusCode()).as(inside).isEqualTo(200);
            }
            for (String outside : List.of(
                    "192.0.2.6", "192.0.2.10", "192.0.2.8, 6.6.6.6", "192.0.2.8, not an address", "192.0.2.8,", "192.0.2.8:4711", "0300.0.2.8", "0xc0.0.2.8", "192.0.520",
                    "3221225992", "2001:db8::a%eth0", "2001:db8::b", "[2001:db8::a]", "unknown", "_hidden", "127.0.0.1", "192.0.2.8" + ", 127.0.0.1".repeat(40))) {
                assertThat(list(second, token, outside).statusCode()).as(outside).isIn(401, 403);
            }
        } finally {
            put(first, admin, "/network/profiles/StandardUser", "{\"ranges\": [], \"hours\": []}");
        }
    }

    private static List<HttpResponse<String>> onBoth(Map<String, String> form) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<HttpResponse<String>>> running = IntStream.range(0, AT_ONCE)
                    .mapToObj(n -> n % 2 == 0 ? first : second)
                    .map(node -> threads.submit(() -> node.send(NodeAgent.post(node, form))))
                    .toList();
            return running.stream().map(TwoNodesIT::got).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static HttpResponse<String> got(Future<HttpResponse<String>> answer) {
        try {
            return answer.get(1, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> refreshment(String token) {
        return Map.of("grant_type", "refresh_token", "client_id", "inspector", "refresh_token", token);
    }

    private static HttpResponse<String> signIn(HttpResponse<String> page, String username) throws Exception {
        return new Visitor(first, publicUrl).press(page, "/login", Map.of("username", username, "password", "gatehouse", "Sign in", ""));
    }

    /** Whether a session is somebody's at a node. */
    private static boolean opens(OwnServer node, String cookie) throws Exception {
        return node.send(HttpRequest.newBuilder(node.at("/connections")).header("Cookie", cookie)).statusCode() == 200;
    }

    private static JsonNode person(OwnServer node, String admin, String username) throws Exception {
        String after = username.substring(0, username.length() - 1);
        JsonNode page = Json.read(send(node, admin, "GET", "/users?limit=20&after=" + after, "").body().getBytes(StandardCharsets.UTF_8));
        return page.valueStream().filter(it -> it.path("username").asText().equals(username)).findFirst().orElseThrow();
    }

    private static HttpResponse<String> send(OwnServer node, String token, String method, String path, String json) throws Exception {
        return node.send(HttpRequest.newBuilder(node.at(API + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    private static String text(HttpResponse<String> answer, String name) {
        try {
            return Json.read(answer.body().getBytes(StandardCharsets.UTF_8)).path(name).asText();
        } catch (IOException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private static void put(OwnServer node, String token, String path, String json) throws Exception {
        HttpResponse<String> answer = send(node, token, "PUT", path, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void u09EachNodeHasAChainAndEitherVerifiesBoth() throws Exception {
        String token = connect(first, first, "inspector", "rep.west.3", READS, "mcp_api.read");
        for (int i = 0; i < 20; i++) {
            list(i % 2 == 0 ? first : second, token);
        }
        String admin = connect(first, second, "automation", "admin", API, "api");
        // Each node links its own events; the verification on a node links what waits there.
        act(second, admin, "/events/verification");

        JsonNode verification = Json.read(act(first, admin, "/events/verification").body().getBytes(StandardCharsets.UTF_8));

        assertThat(verification.path("intact").asBoolean()).as("%s", verification).isTrue();
        assertThat(verification.path("chains").findValuesAsText("node")).containsExactly("first", "second");
    }

    @Test
    void aToolCallIsASpanOfItsCallersTraceAndADurationWhereTelemetryIsOn() throws Exception {
        String token = connect(first, first, "inspector", "rep.west.3", READS, "mcp_api.read");
        String traceId = UUID.randomUUID().toString().replace("-", "");

        HttpResponse<String> answer = query(first, token, "SELECT Id FROM Account WHERE Name = 'CANARY-LITERAL' LIMIT 1", "00-" + traceId + "-00f067aa0ba902b7-01");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Span span = await(() -> telemetry.spans().stream().filter(it -> hex(it.getTraceId()).equals(traceId)).findFirst());
        assertThat(span.getName()).isEqualTo("tools/call soqlQuery");
        assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
        assertThat(hex(span.getParentSpanId())).isEqualTo("00f067aa0ba902b7");
        Metric durations = await(() -> telemetry.metrics().stream().filter(it -> it.getName().equals("mcp.server.operation.duration")).findFirst());
        assertThat(durations.getUnit()).isEqualTo("s");
        assertThat(durations.getHistogram().getDataPointsList()).isNotEmpty();
        assertThat(rows("SELECT trace_id FROM gatehouse.audit_event WHERE request_id = '" + answer.headers().firstValue("X-Request-Id").orElseThrow() + "'")).containsExactly(traceId);
    }

    @Test
    void telemetryTellsOfMessagesOnlyAndNeverOfPeopleArgumentsOrTokens() throws Exception {
        String token = connect(first, first, "inspector", "rep.west.3", READS, "mcp_api.read");
        query(first, token, "SELECT Id FROM Account WHERE Name = 'CANARY-LITERAL' LIMIT 1", "00-" + "3".repeat(32) + "-00f067aa0ba902b7-01");
        await(() -> telemetry.spans().stream().filter(it -> hex(it.getTraceId()).equals("3".repeat(32))).findFirst());

        assertThat(telemetry.spans()).extracting(Span::getName).allMatch(name -> name.matches("(tools|notifications|prompts|resources|server)/.*|initialize|ping|_OTHER"));
        assertThat(telemetry.paths()).contains("/v1/traces").doesNotContain("/v1/logs");
        assertThat(telemetry.spans() + "" + telemetry.metrics()).doesNotContain("CANARY", "rep.west", "admin", "/oauth2", "/api/v1", token.substring(token.length() - 20));
    }

    @Test
    void nothingLeavesANodeWhereTelemetryIsOff() throws Exception {
        String token = connect(first, second, "inspector", "rep.west.3", READS, "mcp_api.read");
        String traceparent = "00-" + "4".repeat(32) + "-00f067aa0ba902b7-01";
        assertThat(query(second, token, "SELECT Id FROM Account LIMIT 1", traceparent).statusCode()).isEqualTo(200);
        query(first, token, "SELECT Id FROM Account LIMIT 1", traceparent);

        // By the time that the node where it is on has sent what came after, the other would have as well.
        await(() -> telemetry.spans().stream().filter(it -> hex(it.getTraceId()).equals("4".repeat(32))).findFirst());

        assertThat(silence.paths()).isEmpty();
        assertThat(rows("SELECT trace_id FROM gatehouse.audit_event WHERE node = 'second' AND tool = 'soqlQuery'")).contains("4".repeat(32));
    }

    @Test
    void postgresqlKnowsWhoseAStatementIsWhileItRunsAndForgetsItInThePool() throws Exception {
        String token = connect(first, first, "inspector", "rep.west.3", READS, "mcp_api.read");
        String named = "SELECT application_name FROM pg_stat_activity WHERE application_name LIKE '%rep.west.3%' AND pid <> pg_backend_pid()";
        CompletableFuture<HttpResponse<String>> call;
        try (Connection blocker = database.getPostgresDatabase().getConnection(); Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE records.account IN ACCESS EXCLUSIVE MODE");
            call = CompletableFuture.supplyAsync(() -> {
                try {
                    return query(first, token, "SELECT Id FROM Account LIMIT 1", "");
                } catch (Exception e) {
                    throw new CompletionException(e);
                }
            });

            assertThat(await(() -> rows(named).stream().findFirst())).contains("rep.west.3", "inspector");

            blocker.rollback();
        }
        assertThat(call.get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
        assertThat(rows(named)).isEmpty();
    }

    private static HttpResponse<String> query(OwnServer node, String token, String soql, String traceparent) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(node.at(READS))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", Mcp.VERSION)
                .header("Mcp-Method", "tools/call")
                .header("Mcp-Name", "soqlQuery")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Mcp.toolCall("soqlQuery", Json.object().put("query", soql)).toString()));
        return node.send(traceparent.isEmpty() ? request : request.header("traceparent", traceparent));
    }

    private static List<String> rows(String sql) {
        try (Connection connection = database.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement(); ResultSet found = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (found.next()) {
                values.add(found.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }

    /** What arrives in its own time. */
    private static <T> T await(Supplier<Optional<T>> arrival) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(60);
        while (Instant.now().isBefore(end)) {
            Optional<T> there = arrival.get();
            if (there.isPresent()) {
                return there.get();
            }
            Thread.sleep(50);
        }
        throw new AssertionError("It did not arrive.");
    }

    private static OwnServer node(String name, int port, List<String> properties, Map<String, String> environment) throws Exception {
        OwnServer node = new OwnServer(
                directory.resolve(name), port,
                with(properties, "gatehouse.demo=true", "gatehouse.public-url=" + publicUrl, "gatehouse.trusted-proxies=127.0.0.1", "gatehouse.mcp.allowed-hosts=127.0.0.1:" + port, "jboss.node.name=" + name),
                with(environment, "GATEHOUSE_DB_DRIVER", "postgresql", "GATEHOUSE_DB_URL", database.getJdbcUrl("postgres", "postgres"), "GATEHOUSE_DB_USER", "postgres",
                        "GATEHOUSE_DB_PASSWORD", "postgres"));
        NODES.add(node);
        return node;
    }

    private static List<String> with(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    private static Map<String, String> with(Map<String, String> some, String... more) {
        Map<String, String> all = new HashMap<>(some);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private static String connect(OwnServer authorizing, OwnServer redeeming, String client, String username, String path, String scope) throws Exception {
        return new NodeAgent(authorizing, redeeming, publicUrl).connect(client, username, path, scope);
    }

    private static HttpResponse<String> list(OwnServer node, String token) throws Exception {
        return list(node, token, "192.0.2.1");
    }

    /** A message that a proxy passed on. */
    private static HttpResponse<String> list(OwnServer node, String token, String forwardedFor) throws Exception {
        return node.send(HttpRequest.newBuilder(node.at(READS))
                .header("X-Forwarded-For", forwardedFor)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", Mcp.VERSION)
                .header("Mcp-Method", "tools/list")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Mcp.message("tools/list").toString())));
    }

    private static HttpResponse<String> act(OwnServer node, String token, String path) throws Exception {
        return node.send(HttpRequest.newBuilder(node.at(API + path))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private static HttpResponse<String> post(OwnServer node, String path, Map<String, String> form) throws Exception {
        return node.send(HttpRequest.newBuilder(node.at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Visitor.form(form))));
    }

    private static List<String> keys(OwnServer node) throws Exception {
        JsonNode jwks = Json.read(node.send(HttpRequest.newBuilder(node.at("/oauth2/jwks"))).body().getBytes(StandardCharsets.UTF_8));
        List<String> ids = new ArrayList<>();
        jwks.path("keys").forEach(key -> ids.add(key.path("kid").asText()));
        return ids;
    }
}
