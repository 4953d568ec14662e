package org.gatehouse.mcp.protocol;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.AuditDraft;
import org.gatehouse.audit.Channel;
import org.gatehouse.audit.EventType;
import org.gatehouse.catalog.ContentReader;
import org.gatehouse.catalog.McpServer;
import org.gatehouse.catalog.ServerCatalog;
import org.gatehouse.catalog.content.ResourceContent;
import org.gatehouse.identity.Caller;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.OpenStream;
import org.gatehouse.platform.database.RunningCalls;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/**
 * Tells listening clients what has changed (MCP 2026-07-28, subscriptions; 2025-11-25, the stream of a session).
 *
 * <p>Nobody who changes something knows of listeners. Lists are compared when the version of the access configuration has moved on, resources are read
 * again from time to time, each with the listener's own rights. So a change counts whoever made it, on whatever node or past Gatehouse in the
 * company's own tables, and a change that the person cannot see is none.
 */
@Singleton
public class Subscriptions {
    /** Streams that one connection may keep open; a further one ends the oldest. */
    static final int MOST_PER_GRANT = 10;

    private static final int TURNS_BETWEEN_READINGS = 8;
    private static final int TURNS_BETWEEN_SIGNS_OF_LIFE = 60;

    private final ServerCatalog catalog;
    private final ContentReader contents;
    private final McpSessions sessions;
    private final ConfigurationVersions versions;
    private final RunningCalls running;
    private final ConcurrentMap<Listener, Long> listeners = new ConcurrentHashMap<>();
    private final AtomicLong opened = new AtomicLong();
    private long seen = Long.MIN_VALUE;
    private long turn;

    @Inject
    Subscriptions(ServerCatalog catalog, ContentReader contents, McpSessions sessions, ConfigurationVersions versions, RunningCalls running) {
        this.catalog = catalog;
        this.contents = contents;
        this.sessions = sessions;
        this.versions = versions;
        this.running = running;
    }

    /**
     * Opens a stream.
     *
     * @return completed when the stream is over
     */
    CompletableFuture<HttpAnswer> listen(McpExchange exchange, Inbound inbound, McpServer server, Interests interests) {
        Caller caller = exchange.caller();
        String session = inbound.conversation() instanceof Conversation.Session(var id) ? McpSessions.key(id) : null;
        Supplier<Set<String>> uris = session == null ? interests::uris : () -> sessions.followed(session);
        Listener listener = new Listener(
                caller, server.name(), interests.at(server), uris, () -> session == null || sessions.isOpen(session), inbound.id(), exchange.stream());
        makeRoom(caller.grantId());
        listener.acknowledge();
        // What the client is told of later is what differs from now.
        compareLists(listener, server);
        compareResources(listener, server);
        listeners.put(listener, opened.incrementAndGet());
        Runnable unwatched = running.watch(new OpenStream(caller.grantId(), exchange.clientAddress(), listener::close));
        return listener.end().whenComplete((answer, failure) -> {
            listeners.remove(listener);
            unwatched.run();
        });
    }

    private void makeRoom(String grantId) {
        List<Listener> own = listeners.keySet().stream()
                .filter(listener -> listener.caller().grantId().equals(grantId))
                .sorted(Comparator.comparing(listeners::get))
                .toList();
        own.stream().limit(Math.max(0, own.size() - MOST_PER_GRANT + 1)).forEach(Listener::close);
    }

    /** Looks once at what has changed. Each listener's part is done by the executor, so that a slow client keeps nobody waiting. */
    void look(Executor executor) {
        if (listeners.isEmpty()) {
            return;
        }
        turn++;
        long version = versions.current(Topic.ACCESS);
        boolean lists = version != seen;
        boolean resources = turn % TURNS_BETWEEN_READINGS == 0;
        boolean alive = turn % TURNS_BETWEEN_SIGNS_OF_LIFE == 0;
        seen = version;
        if (lists || resources) {
            listeners.keySet().forEach(listener -> executor.execute(() -> listener.alone(() -> look(listener, version, resources, alive))));
        }
    }

    private void look(Listener listener, long version, boolean resources, boolean alive) {
        try {
            if (alive) {
                listener.keepAlive();
            }
            if (!listener.isOpen()) {
                listener.close();
                return;
            }
            McpServer server = catalog.require(listener.caller(version), listener.server());
            compareLists(listener, server);
            if (resources) {
                compareResources(listener, server);
            }
        } catch (ProblemException e) {
            // The server is no longer active, or no longer for this caller.
            listener.close();
        } catch (RuntimeException e) {
            // A client that hears nothing of a change without being told would show what is old.
            McpLog.LOG.changesNotLookedFor(e);
            listener.close();
        }
    }

    private void compareLists(Listener listener, McpServer server) {
        if (listener.interests().tools()) {
            compare(listener, "tools", AnswerWriter.tools(server.visibleTools()).toString());
        }
        if (listener.interests().prompts()) {
            compare(listener, "prompts", ContentWriter.prompts(server.visiblePrompts()).toString());
        }
        if (listener.interests().resources()) {
            compare(listener, "resources", ContentWriter.resources(contents.list(server, unheard(listener.caller()))).toString()
                    + ContentWriter.templates(server.templates()));
        }
    }

    private static void compare(Listener listener, String list, String looks) {
        listener.compare(list, OpaqueToken.sha256(looks), "notifications/" + list + "/list_changed", Json.object());
    }

    private void compareResources(Listener listener, McpServer server) {
        for (String uri : listener.uris()) {
            listener.compare(uri, OpaqueToken.sha256(content(server, uri)), "notifications/resources/updated", Json.object().put("uri", uri));
        }
    }

    /** What the caller would read; nothing where there is nothing for this caller. */
    private String content(McpServer server, String uri) {
        try {
            ResourceContent content = contents.read(server, uri, new CallDialogue(ClientContext.NONE, new NoStream(), running), unheard(server.caller()));
            return content.toString();
        } catch (ProblemException e) {
            return e.problem() instanceof Problem.NotFound ? "" : e.problem().code();
        }
    }

    /** Nothing of what is compared leaves the server, so comparing is no reading that the event log would have to tell of. */
    private static AuditDraft unheard(Caller caller) {
        Actor actor = new Actor(caller.userId(), caller.username(), caller.clientId(), caller.grantId(), "");
        return new AuditDraft(EventType.API_TOTAL_USAGE, UUID.randomUUID().toString(), actor, Channel.INSIDE);
    }

    /** Ends all streams in good order, so that clients come back at once. */
    @PreDestroy
    void close() {
        listeners.keySet().forEach(Listener::close);
    }
}
