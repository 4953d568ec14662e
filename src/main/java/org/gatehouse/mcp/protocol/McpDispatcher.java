package org.gatehouse.mcp.protocol;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.gatehouse.audit.Audited;
import org.gatehouse.catalog.ContentReader;
import org.gatehouse.catalog.McpServer;
import org.gatehouse.catalog.ServerCatalog;
import org.gatehouse.catalog.ToolCalls;

/** Does what a message asks. Every message of an authenticated caller passes here, once, and leaves one event. */
@Singleton
public class McpDispatcher {
    private final ServerCatalog catalog;
    private final ToolCalls tools;
    private final ContentReader contents;
    private final McpSessions sessions;

    @Inject
    McpDispatcher(ServerCatalog catalog, ToolCalls tools, ContentReader contents, McpSessions sessions) {
        this.catalog = catalog;
        this.tools = tools;
        this.contents = contents;
        this.sessions = sessions;
    }

    /** Access first, then the session, then the request; so a refusal of access never depends on what was asked or how. */
    @Audited
    public McpReply dispatch(McpCall call) {
        McpServer server = catalog.require(call.caller(), call.serverName());
        McpReply reply =
                switch (call.inbound().conversation()) {
                    case Conversation.None() -> answer(call, server);
                    case Conversation.Session(var id) -> inSession(call, server, id);
                };
        if (reply instanceof McpReply.Refused refused) {
            call.audit().refused(refused.status(), refused.error().auditName());
        }
        return reply;
    }

    private McpReply inSession(McpCall call, McpServer server, String sessionId) {
        Optional<ProtocolVersion> version = sessions.find(sessionId, call.caller(), server.name());
        if (version.isEmpty()) {
            // 2025-11-25, transports, session management: 404 for a session that is over; one that is somebody else's looks the same.
            return McpReply.Refused.of(404, JsonRpcError.INVALID_REQUEST, "There is no such session; begin a new one with initialize.");
        }
        call.audit().protocolVersion(version.get().wireName());
        if (call.inbound().request() instanceof McpRequest.EndSession) {
            sessions.end(sessionId);
            return new McpReply.Ended();
        }
        return answer(call, server);
    }

    private McpReply answer(McpCall call, McpServer server) {
        return switch (call.inbound().request()) {
            case McpRequest.Discover() -> new McpReply.Discovered(server);
            case McpRequest.Initialize(var requested) -> initialize(call, server, ProtocolVersion.negotiate(requested));
            case McpRequest.Ping() -> new McpReply.Pong();
            case McpRequest.ListTools() -> new McpReply.Tools(server.visibleTools());
            case McpRequest.CallTool(var tool, var arguments, var opensUrls) -> new McpReply.Answered(tools.call(server, tool, arguments, call.audit()));
            case McpRequest.ListPrompts() when server.offersPrompts() -> new McpReply.Prompts(server.visiblePrompts());
            case McpRequest.GetPrompt(var name, var arguments) when server.offersPrompts() -> new McpReply.Filled(
                    contents.prompt(server, name, arguments, call.audit()));
            case McpRequest.ListResources() when server.offersResources() -> new McpReply.Resources(contents.list(server));
            case McpRequest.ListResourceTemplates() when server.offersResources() -> new McpReply.Templates(server.templates());
            case McpRequest.ReadResource(var uri) when server.offersResources() -> new McpReply.Read(uri, contents.read(server, uri, call.audit()));
            case McpRequest.CompletePrompt(var name, var argument, var begun) when server.offersPrompts() -> new McpReply.Completed(
                    contents.completePrompt(server, name, argument, begun, call.audit()));
            case McpRequest.CompleteResource(var template, var variable, var begun) when server.offersResources() -> new McpReply.Completed(
                    contents.completeResource(server, template, variable, begun, call.audit()));
            // What a server does not offer to anybody is no capability of it, and its methods are none that it has.
            case McpRequest.ListPrompts it -> call.inbound().era().unknownMethod();
            case McpRequest.GetPrompt it -> call.inbound().era().unknownMethod();
            case McpRequest.ListResources it -> call.inbound().era().unknownMethod();
            case McpRequest.ListResourceTemplates it -> call.inbound().era().unknownMethod();
            case McpRequest.ReadResource it -> call.inbound().era().unknownMethod();
            case McpRequest.CompletePrompt it -> call.inbound().era().unknownMethod();
            case McpRequest.CompleteResource it -> call.inbound().era().unknownMethod();
            case McpRequest.Notify() -> new McpReply.Accepted();
            case McpRequest.EndSession() -> new McpReply.Ended();
            case McpRequest.Invalid(var refusal) -> refusal;
        };
    }

    private McpReply initialize(McpCall call, McpServer server, ProtocolVersion version) {
        call.audit().protocolVersion(version.wireName());
        return new McpReply.Initialized(server, version, sessions.open(call.caller(), server.name(), version));
    }
}
