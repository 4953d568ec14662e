package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.gatehouse.catalog.dialogue.Dialogue;
import org.gatehouse.platform.database.RunningCalls;
import org.jspecify.annotations.Nullable;

/** The requests of sessions that are being answered on this node, so that their clients can cancel them (MCP, basic/utilities/cancellation). */
@Singleton
class OpenRequests {
    private final ConcurrentMap<Name, String> open = new ConcurrentHashMap<>();
    private final RunningCalls running;

    @Inject
    OpenRequests(RunningCalls running) {
        this.running = running;
    }

    /** Does the work of a request. */
    <T> T during(Conversation conversation, @Nullable JsonNode id, String requestId, Supplier<T> work) {
        if (id == null || !(conversation instanceof Conversation.Session(var session))) {
            return work.get();
        }
        Name name = new Name(session, id);
        open.put(name, requestId);
        try {
            return work.get();
        } finally {
            open.remove(name, requestId);
        }
    }

    /** What a call may say to its client. */
    Dialogue dialogue(ClientContext client, MessageStream stream) {
        return new CallDialogue(client, stream, running);
    }

    /** Gives up the work of a session's request; that of another session, or none, is nobody's to cancel. */
    void cancel(String session, JsonNode id) {
        String requestId = open.get(new Name(session, id));
        if (requestId != null) {
            running.cancel(requestId);
        }
    }

    private record Name(String session, JsonNode id) {}
}
