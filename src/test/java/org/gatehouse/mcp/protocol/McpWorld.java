package org.gatehouse.mcp.protocol;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.OAUTH_GRANT;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.audit.Channel;
import org.gatehouse.audit.RecordedEvents;
import org.gatehouse.catalog.PublishedServers;
import org.gatehouse.catalog.StandardServer;
import org.gatehouse.catalog.TestCatalog;
import org.gatehouse.catalog.ToolHandler;
import org.gatehouse.identity.Caller;
import org.gatehouse.oauth.bearer.BearerChallenge;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.json.Json;
import org.gatehouse.testing.TestDatabases;

/** The protocol on a real catalog and database, without HTTP, with its events kept for the test. */
@SuppressWarnings("UnnecessaryAssignment") // The test stands in for the container that injects.
final class McpWorld {
    static final String SERVER = "platform/object-reads";

    final Database database = new Database(TestDatabases.demoOrganisation());
    final RecordedEvents events = new RecordedEvents();
    final TestCatalog catalog;
    final McpSessions sessions = new McpSessions();
    private final McpProtocol protocol;
    private Caller caller;

    McpWorld(ToolHandler... tools) {
        this(List::of, tools);
    }

    McpWorld(PublishedServers published, ToolHandler... tools) {
        catalog = TestCatalog.with(database, published, tools);
        sessions.database = database;
        protocol = new McpProtocol(
                new AuditedDispatcher(), new McpErrors(new BearerChallenge(TestCatalog.DEPLOYMENT)));
        grant("grant-of-ada");
        caller = catalog.caller(StandardServer.OBJECT_READS, "mcp_api");
    }

    /** Lets another caller send what follows. */
    McpWorld as(Caller other) {
        this.caller = other;
        return this;
    }

    /** The same person with a connection of another app. */
    Caller throughOtherApp() {
        grant("grant-of-other-app");
        return new Caller(
                caller.userId(), caller.username(), "claude", "grant-of-other-app", caller.resource(), caller.scopes(), caller.accessVersion());
    }

    HttpAnswer post(McpHeaders headers, String body) {
        return protocol.post(exchange(SERVER, headers), body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    HttpAnswer post(String server, McpHeaders headers, String body) {
        return protocol.post(exchange(server, headers), body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    HttpAnswer delete(McpHeaders headers) {
        return protocol.endSession(exchange(SERVER, headers));
    }

    /** A session, opened and confirmed. */
    McpHeaders session() {
        HttpAnswer opened = post(
                LegacyMessages.NO_HEADERS, LegacyMessages.initialize("2025-11-25"));
        return new McpHeaders("2025-11-25", null, null, Objects.requireNonNull(opened.headers().get("Mcp-Session-Id")));
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
        return new McpExchange(caller, server, "r-1", "192.0.2.1", Channel.INSIDE, headers);
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
            super(catalog.catalog(), catalog.calls(), catalog.contents(), sessions);
        }

        @Override
        public McpReply dispatch(McpCall call) {
            return (McpReply) Objects.requireNonNull(events.run(call.audit(), () -> super.dispatch(call)));
        }
    }
}
