package org.gatehouse.catalog.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatehouse.catalog.openapi.Descriptions.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.AuditDraft;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.audit.Channel;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.Outcome;
import org.gatehouse.audit.RecordedEvents;
import org.gatehouse.catalog.SilentDialogue;
import org.gatehouse.catalog.Tier;
import org.gatehouse.catalog.ToolCall;
import org.gatehouse.catalog.ToolResult;
import org.gatehouse.catalog.content.Content;
import org.gatehouse.catalog.openapi.Description;
import org.gatehouse.catalog.openapi.Descriptions;
import org.gatehouse.catalog.openapi.Operation;
import org.gatehouse.identity.Caller;
import org.gatehouse.oauth.OAuthWorld;
import org.gatehouse.oauth.token.ServiceTokens;
import org.gatehouse.oauth.token.TestKeys;
import org.gatehouse.platform.database.CallOrigin;
import org.gatehouse.platform.database.RunningCalls;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.network.Outside;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of a real HTTP service: who the service sees, and what becomes of its answers. */
class UpstreamTest {
    private static final String ORDER = json("{'id': '7', 'note': 'blue'}");

    private final OAuthWorld world;
    private final RunningCalls running = new RunningCalls();
    private final RecordedEvents events = new RecordedEvents();

    UpstreamTest(@TempDir Path home) {
        world = new OAuthWorld(home);
    }

    @Test
    void v13TheServiceGetsATokenOfItsOwnAndNothingOfTheRequestThatCameIn() throws Exception {
        try (var service = StubService.answering(200, "application/json", ORDER)) {
            call(service, "GET /orders/{id}", "{'id': '7'}");

            assertThat(service.received).singleElement().satisfies(request -> {
                assertThat(request.headers().keySet()).containsExactlyInAnyOrder("Authorization", "Accept", "Accept-encoding", "Connection", "Host", "User-agent");
                SignedJWT token = SignedJWT.parse(request.headers().getFirst("Authorization").substring("Bearer ".length()));
                assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("orders");
                assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo(OAuthWorld.ADA);
                assertThat(token.getJWTClaimsSet().getStringClaim("scope")).isEqualTo("mcp_api.read");
                assertThat(token.getHeader().getType().getType()).isNotEqualTo("at+jwt");
            });
        }
    }

    @Test
    void aJsonAnswerBecomesStructuredContent() throws Exception {
        try (var service = StubService.answering(200, "application/json;charset=utf-8", ORDER)) {
            ToolResult result = call(service, "GET /orders/{id}", "{'id': '7'}");

            assertThat(result.structured()).isEqualTo(Json.literal(ORDER));
            assertThat(event().outcome()).isEqualTo(Outcome.SUCCESS);
        }
    }

    @Test
    void aListBecomesItems() throws Exception {
        try (var service = StubService.answering(200, "application/json", "[" + ORDER + "]")) {
            assertThat(call(service, "GET /orders", "{'state': ['open', 'new'], 'limit': 5}").structured().at("/items/0/note").asText()).isEqualTo("blue");
            assertThat(service.received.getFirst().uri()).hasToString("/orders?state=open&state=new&limit=5");
        }
    }

    @Test
    void aBodyIsSentAsJson() throws Exception {
        try (var service = StubService.answering(201, "application/json", ORDER)) {
            call(service, "POST /orders", "{'body': {'note': 'blue'}}");

            assertThat(service.received).singleElement().satisfies(request -> {
                assertThat(request.method()).isEqualTo("POST");
                assertThat(request.body()).isEqualTo(json("{'note':'blue'}"));
                assertThat(request.headers().getFirst("Content-type")).startsWith("application/json");
            });
        }
    }

    @Test
    void anAnswerThatDoesNotFitItsDescriptionIsTextThatSaysSo() throws Exception {
        try (var service = StubService.answering(200, "application/json", json("{'id': 7}"))) {
            ToolResult result = call(service, "GET /orders/{id}", "{'id': '7'}");

            assertThat(result.failed()).isTrue();
            assertThat(result.structured().isMissingNode()).isTrue();
            assertThat(text(result)).contains("SERVICE_ANSWER_UNEXPECTED", "status 200", "does not fit its description");
        }
    }

    @Test
    void anAnswerWithoutContentIsToldAsSuch() throws Exception {
        try (var service = StubService.answering(204, "", "")) {
            assertThat(text(call(service, "DELETE /orders/{id}", "{'id': '7'}"))).isEqualTo("The service answered with status 204 and no content.");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "404 | application/problem+json | {'title': 'Gone', 'detail': 'No order 7.'} | SERVICE_REFUSED | No order 7. | REFUSED | 404",
        "403 | application/json | {'message': 'Not yours.'} | SERVICE_REFUSED | Not yours. | REFUSED | 403",
        "422 | text/plain | two\u202e lines | SERVICE_REFUSED | two lines | REFUSED | 422",
        "500 | text/html | <h1>Trace</h1> | SERVICE_FAILED | status 500 | FAILED | 502",
    })
    void aRefusalOfTheServiceIsAToolErrorWithStatusAndACleanMessage(int status, String type, String body, String code, String told, Outcome outcome, int noted) throws Exception {
        try (var service = StubService.answering(status, type, json(body))) {
            ToolResult result = call(service, "GET /orders/{id}", "{'id': '7'}");

            assertThat(result.failed()).isTrue();
            assertThat(text(result)).contains(code, told, "status " + status).doesNotContain("\u202e");
            assertThat(event()).satisfies(event -> {
                assertThat(event.outcome()).isEqualTo(outcome);
                assertThat(event.statusCode()).isEqualTo(noted);
                assertThat(event.errorCode()).isEqualTo(code);
            });
        }
    }

    @Test
    void aMessageOfTheServiceIsBounded() throws Exception {
        try (var service = StubService.answering(400, "text/plain", "x".repeat(100_000))) {
            assertThat(text(call(service, "GET /orders/{id}", "{'id': '7'}"))).hasSizeLessThan(700);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void m04FollowsNoRedirect(int status) throws Exception {
        try (var elsewhere = StubService.answering(200, "application/json", ORDER);
                var service = StubService.answering(status, "", "", "Location", "http://" + elsewhere.authority() + "/orders/7")) {
            assertThat(text(call(service, "GET /orders/{id}", "{'id': '7'}"))).contains("SERVICE_REDIRECTS");
            assertThat(elsewhere.received).isEmpty();
        }
    }

    @Test
    void m04FollowsNoRedirectWithinTheServiceEither() throws Exception {
        try (var service = StubService.answering(302, "", "", "Location", "/orders/8")) {
            assertThat(text(call(service, "GET /orders/{id}", "{'id': '7'}"))).contains("SERVICE_REDIRECTS");
            assertThat(service.received).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/event-stream", "application/x-ndjson", "application/json-seq", "application/octet-stream", "multipart/mixed", "image/png"})
    void refusesAnswersThatAreNeitherJsonNorTextOfOnePiece(String type) throws Exception {
        try (var service = StubService.answering(200, type, "data: x\n\n")) {
            assertThat(text(call(service, "GET /orders/{id}", "{'id': '7'}"))).contains("neither JSON nor text");
        }
    }

    @Test
    void refusesAnAnswerThatIsTooLongWithoutReadingItToItsEnd() throws Exception {
        try (var service = new StubService(exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/plain");
            exchange.sendResponseHeaders(200, 0);
            byte[] part = "x".repeat(64 * 1024).getBytes(UTF_8);
            // Ends when the other side hangs up.
            while (true) {
                exchange.getResponseBody().write(part);
            }
        })) {
            assertThat(text(call(service, "GET /orders/{id}", "{'id': '7'}"))).contains("longer than " + UpstreamClient.LARGEST);
        }
    }

    @Test
    void refusesAnEncodedAnswer() throws Exception {
        try (var service = StubService.answering(200, "application/json", ORDER, "Content-Encoding", "gzip")) {
            assertThat(text(call(service, "GET /orders/{id}", "{'id': '7'}"))).contains("encoding that was not asked for");
        }
    }

    @Test
    void givesUpAfterTheWholeTimeHoweverSlowlyTheServiceSpeaks() throws Exception {
        var over = new CountDownLatch(1);
        try (var service = new StubService(exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            while (!over.await(100, TimeUnit.MILLISECONDS)) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            }
        })) {
            ToolResult result = call(service, "GET /orders/{id}", "{'id': '7'}");

            assertThat(text(result)).contains("did not answer in time");
            assertThat(event().statusCode()).isEqualTo(504);
        } finally {
            over.countDown();
        }
    }

    @Test
    void aServiceThatIsNotThereIsAFailureWithoutDetails() throws Exception {
        ServiceUrl nowhere;
        try (var service = StubService.answering(200, "application/json", ORDER)) {
            nowhere = service.url();
        }

        ToolResult result = call(nowhere, nowhere.authority(), "GET /orders/{id}", "{'id': '7'}");

        assertThat(text(result)).contains("SERVICE_UNAVAILABLE", "could not be reached").doesNotContain("127.0.0.1").doesNotContain("Exception");
        assertThat(event().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void aHostThatIsNotListedAnyMoreIsNotCalled() throws Exception {
        try (var service = StubService.answering(200, "application/json", ORDER)) {
            ToolResult result = call(service.url(), "localhost:1", "GET /orders/{id}", "{'id': '7'}");

            assertThat(text(result)).contains("does not let it call this service");
            assertThat(service.received).isEmpty();
        }
    }

    @Test
    void aCancelledCallEndsTheRequest() throws Exception {
        var arrived = new CountDownLatch(1);
        var hungUp = new CountDownLatch(1);
        try (var service = new StubService(exchange -> {
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, 0);
                    arrived.countDown();
                    try {
                        while (true) {
                            exchange.getResponseBody().write(' ');
                            exchange.getResponseBody().flush();
                            TimeUnit.MILLISECONDS.sleep(10);
                        }
                    } finally {
                        hungUp.countDown();
                    }
                });
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var call = threads.submit(() -> catchThrowableOfType(
                    ProblemException.class, () -> running.run(new CallOrigin("grant", "ada", "inspector"), "r-1", () -> call(service, "GET /orders/{id}", "{'id': '7'}", 60))));
            assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();

            running.cancel("r-1");

            assertThat(call.get(30, TimeUnit.SECONDS).problem()).isInstanceOf(Problem.Cancelled.class);
            assertThat(hungUp.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private ToolResult call(StubService service, String key, String arguments) {
        return call(service, key, arguments, 2);
    }

    private ToolResult call(StubService service, String key, String arguments, int seconds) {
        return call(service.url(), service.authority(), key, arguments, seconds);
    }

    private ToolResult call(ServiceUrl url, String allowed, String key, String arguments) {
        return call(url, allowed, key, arguments, 2);
    }

    private ToolResult call(ServiceUrl url, String allowed, String key, String arguments, int seconds) {
        var configuration = new UpstreamConfiguration(world.deployment, Optional.empty(), Optional.of(allowed), seconds);
        var tokens = new ServiceTokens(TestKeys.loaded(world.database, world.deployment), world.deployment, InstantSource.system());
        var client = new UpstreamClient(Outside.internet(), configuration, running);
        try {
            Operation operation = Description.read(Descriptions.orders()).find(key).orElseThrow().operation().orElseThrow();
            var call = new Upstream(configuration, tokens, client).of(url, "orders", operation, operation.method().tier());
            var audit = new AuditDraft(EventType.API_TOTAL_USAGE, "r-1", new Actor(null, "ada", "inspector", "grant", "192.0.2.1"), Channel.INSIDE);
            ObjectNode given = Json.literal(json(arguments));
            Callable<@Nullable Object> work = () -> call.apply(new ToolCall(caller(), given, new SilentDialogue(), audit));
            return (ToolResult) java.util.Objects.requireNonNull(events.run(audit, work));
        } finally {
            client.close();
        }
    }

    private AuditEvent event() {
        return events.all().getLast();
    }

    private static Caller caller() {
        return new Caller(OAuthWorld.ADA, "ada", "inspector", "grant", OAuthWorld.READS, Set.of("mcp_api"), 1);
    }

    private static String text(ToolResult result) {
        assertThat(result.content()).hasSize(1);
        return List.copyOf(result.content()).getFirst() instanceof Content.Text(var text) ? text : "";
    }
}
