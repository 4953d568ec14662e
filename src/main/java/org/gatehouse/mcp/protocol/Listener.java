package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.gatehouse.identity.Caller;
import org.gatehouse.platform.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * One open stream of notifications: for whom, of what, and what its client was last told of. Notifications say that something has changed, as far as
 * this caller sees it; what it is now, the client asks for.
 */
final class Listener {
    static final String SUBSCRIPTION = "io.modelcontextprotocol/subscriptionId";

    private final Caller caller;
    private final String server;
    private final Interests interests;
    private final Supplier<Set<String>> uris;
    private final BooleanSupplier stands;
    private final @Nullable JsonNode subscriptionId;
    private final MessageStream stream;
    private final CompletableFuture<HttpAnswer> end = new CompletableFuture<>();
    private final Map<String, String> known = new HashMap<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    /**
     * Listens.
     *
     * @param uris the resources that are followed now
     * @param stands whether what the stream belongs to is still there
     * @param subscriptionId what each message is marked with (MCP 2026-07-28, subscriptions); nothing for the stream of a session
     */
    Listener(
            Caller caller, String server, Interests interests, Supplier<Set<String>> uris, BooleanSupplier stands, @Nullable JsonNode subscriptionId,
            MessageStream stream) {
        this.caller = caller;
        this.server = server;
        this.interests = interests;
        this.uris = uris;
        this.stands = stands;
        this.subscriptionId = subscriptionId;
        this.stream = stream;
    }

    Caller caller() {
        return caller;
    }

    String server() {
        return server;
    }

    Interests interests() {
        return interests;
    }

    Set<String> uris() {
        return uris.get();
    }

    /** The caller's rights as of a version of the access configuration. */
    Caller caller(long accessVersion) {
        return new Caller(
                caller.userId(), caller.username(), caller.clientId(), caller.grantId(), caller.resource(), caller.scopes(), accessVersion);
    }

    /** Completed when the stream is over, with the last that its client gets. */
    CompletableFuture<HttpAnswer> end() {
        return end;
    }

    boolean isOpen() {
        return stream.isOpen() && !end.isDone() && stands.getAsBoolean();
    }

    void keepAlive() {
        stream.keepAlive();
    }

    /** Tells the client what is listened for (MCP 2026-07-28: the first message). */
    void acknowledge() {
        stream.open();
        if (subscriptionId != null) {
            ObjectNode params = Json.object();
            params.set("notifications", interests.json());
            send("notifications/subscriptions/acknowledged", params);
        }
    }

    /** Ends the stream in good order. */
    void close() {
        ObjectNode result = Json.object();
        if (subscriptionId != null) {
            result.put("resultType", "complete");
            ObjectNode meta = result.putObject("_meta");
            meta.set(SUBSCRIPTION, subscriptionId);
            meta.set("io.modelcontextprotocol/serverInfo", ServerIdentity.json());
        }
        end.complete(new HttpAnswer(200, Map.of(), subscriptionId == null ? "" : JsonRpcCodec.result(subscriptionId, result)));
    }

    /** Does the work, unless the work of before still goes on. */
    void alone(Runnable work) {
        if (busy.compareAndSet(false, true)) {
            try {
                work.run();
            } finally {
                busy.set(false);
            }
        }
    }

    /** Remembers how something looks now, and tells the client if it looked otherwise before. */
    void compare(String what, String looks, String method, ObjectNode params) {
        String before = known.put(what, looks);
        if (before != null && !before.equals(looks)) {
            send(method, params);
        }
    }

    private void send(String method, ObjectNode params) {
        if (subscriptionId != null) {
            params.putObject("_meta").set(SUBSCRIPTION, subscriptionId);
        }
        stream.send(JsonRpcCodec.notification(method, params));
    }
}
