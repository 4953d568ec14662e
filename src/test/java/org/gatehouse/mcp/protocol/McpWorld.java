package org.gatehouse.mcp.protocol;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.OAUTH_GRANT;

import io.opentelemetry.api.OpenTelemetry;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.spec.SecretKeySpec;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.audit.Channel;
import org.gatehouse.audit.RecordedEvents;
import org.gatehouse.audit.RefusalCounts;
import org.gatehouse.catalog.PublishedServers;
import org.gatehouse.catalog.StandardServer;
import org.gatehouse.catalog.TestCatalog;
import org.gatehouse.catalog.ToolHandler;
import org.gatehouse.catalog.limit.Budgets;
import org.gatehouse.catalog.limit.Limits;
import org.gatehouse.identity.Caller;
import org.gatehouse.mcp.task.TestTasks;
import org.gatehouse.oauth.TestClock;
import org.gatehouse.oauth.bearer.BearerChallenge;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.network.ClientAddress;
import org.gatehouse.platform.trace.Trace;
import org.gatehouse.testing.TestDatabases;

/** The protocol on a real catalog and database, without HTTP, with its events kept for the test. */
@SuppressWarnings("UnnecessaryAssignment") // The test stands in for the container that injects.
final class McpWorld {
    static final String SERVER = "platform/object-reads";

    final Database database = new Database(TestDatabases.demoOrganisation());
    final RecordedEvents events = new RecordedEvents();
    final TestCatalog catalog;
    final McpSessions sessions = new McpSessions();
    final RecordedStream stream = new RecordedStream();
    final TestClock clock = new TestClock();
    final RequestStates states = new RequestStates(() -> new SecretKeySpec(new byte[32], "AES"), clock);
    final RefusalCounts refusals = new RefusalCounts(clock);
    final Budgets budgets;
    final Subscriptions subscriptions;
    private final Questions questions;
    private final OpenRequests requests;
    private final BackgroundTasks background;
    private final McpLimits limits;
    private final McpProtocol protocol;

    /** What does work in the background. */
    final AtomicReference<Executor> executor = new AtomicReference<>(Runnable::run);

    private Caller caller;
    private Trace trace = Trace.NONE;

    McpWorld(ToolHandler... tools) {
        this(List::of, tools);
    }

    McpWorld(PublishedServers published, ToolHandler... tools) {
        this(new McpTelemetry(OpenTelemetry.noop(), TestCatalog.DEPLOYMENT.publicUrl(), false), published, tools);
    }

    McpWorld(McpTelemetry telemetry, PublishedServers published, ToolHandler... tools) {
        catalog = TestCatalog.with(database, published, tools);
        sessions.database = database;
        questions = new Questions(catalog.running());
        requests = new OpenRequests(catalog.running());
        background = new BackgroundTasks(TestTasks.of(database, clock), catalog.running());
        subscriptions = new Subscriptions(catalog.catalog(), catalog.contents(), sessions, catalog.versions(), catalog.running());
        budgets = new Budgets(new Limits(database, catalog.versions()), clock);
        limits = new McpLimits(budgets, catalog.catalog(), refusals);
        protocol = new McpProtocol(
                new AuditedDispatcher(), new McpErrors(new BearerChallenge(TestCatalog.DEPLOYMENT)), questions, subscriptions, requests, background, limits, telemetry);
        protocol.executor = work -> Objects.requireNonNull(executor.get()).execute(work);
        grant("grant-of-ada");
        caller = catalog.caller(StandardServer.OBJECT_READS, "mcp_api");
    }

    /** Lets another caller send what follows. */
    McpWorld as(Caller other) {
        this.caller = other;
        return this;
    }

    /** Lets what follows come as part of a trace. */
    McpWorld within(Trace of) {
        this.trace = of;
        return this;
    }

    /** The same person with a connection of another app. */
    Caller throughOtherApp() {
        return otherConnection(SERVER);
    }

    /** The same person with a connection of another app to a server. */
    Caller otherConnection(String server) {
        grant("grant-of-other-app");
        return new Caller(
                caller.userId(), caller.username(), "claude", "grant-of-other-app", catalog.caller(server).resource(), caller.scopes(),
                caller.accessVersion());
    }

    HttpAnswer post(McpHeaders headers, String body) {
        return post(SERVER, headers, body);
    }

    HttpAnswer post(String server, McpHeaders headers, String body) {
        return begin(server, headers, body).join();
    }

    /** Sends a message whose answer may come later. */
    CompletableFuture<HttpAnswer> begin(String server, McpHeaders headers, String body) {
        return protocol.post(exchange(server, headers), body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Opens the stream of a session. */
    CompletableFuture<HttpAnswer> listenTo(String server, McpHeaders headers) {
        return protocol.listen(exchange(server, headers));
    }

    /** Ends a session. */
    HttpAnswer end(String server, McpHeaders headers) {
        return protocol.endSession(exchange(server, headers)).join();
    }

    HttpAnswer delete(McpHeaders headers) {
        return protocol.endSession(exchange(SERVER, headers)).join();
    }

    /** A session, opened and confirmed. */
    McpHeaders session() {
        HttpAnswer opened = post(
                LegacyMessages.NO_HEADERS, LegacyMessages.initialize("2025-11-25"));
        return new McpHeaders("2025-11-25", null, null, Objects.requireNonNull(opened.headers().get("Mcp-Session-Id")));
    }

    BackgroundTasks background() {
        return background;
    }

    AuditEvent lastEvent() {
        return events.last();
    }

    static JsonNode json(HttpAnswer answer) {
        try {
            return Json.read(answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private McpExchange exchange(String server, McpHeaders headers) {
        return new McpExchange(caller, server, "r-1", ClientAddress.parse("192.0.2.1").orElseThrow(), Channel.INSIDE, headers, stream, "digest", trace);
    }

    private void grant(String id) {
        database.sql()
                .insertInto(OAUTH_GRANT)
                .set(OAUTH_GRANT.ID, id)
                .set(OAUTH_GRANT.CLIENT_ID, "inspector")
                .set(OAUTH_GRANT.USER_ID, database.sql().select(APP_USER.ID).from(APP_USER).limit(1).fetchSingle(APP_USER.ID))
                .set(OAUTH_GRANT.RESOURCE, "https://gate.example/mcp/v1/platform/object-reads")
                .set(OAUTH_GRANT.SCOPE, "mcp_api")
                .set(OAUTH_GRANT.CREATED_AT, Instant.EPOCH)
                .set(OAUTH_GRANT.USE_COUNT, 0L)
                .execute();
    }

    /** The dispatcher as the container makes it: with the audit around it. */
    private final class AuditedDispatcher extends McpDispatcher {
        AuditedDispatcher() {
            super(catalog.catalog(), catalog.calls(), catalog.contents(), sessions, states, questions, requests, background, limits);
        }

        @Override
        public McpReply dispatch(McpCall call) {
            return (McpReply) Objects.requireNonNull(events.run(call.audit(), () -> super.dispatch(call)));
        }
    }
}
