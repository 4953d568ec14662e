package org.gatehouse.mcp.protocol;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.gatehouse.audit.Audited;
import org.gatehouse.catalog.ContentReader;
import org.gatehouse.catalog.McpServer;
import org.gatehouse.catalog.ServerCatalog;
import org.gatehouse.catalog.ToolCalls;
import org.gatehouse.catalog.dialogue.ClientCapability;
import org.gatehouse.catalog.dialogue.Dialogue;
import org.gatehouse.catalog.dialogue.GoesOnInBackground;
import org.gatehouse.catalog.dialogue.InputRequired;
import org.gatehouse.mcp.task.Task;
import org.gatehouse.mcp.task.TaskStatus;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.platform.crypto.OpaqueToken;

/** Does what a message asks. Every message of an authenticated caller passes here, once, and leaves one event. */
@Singleton
public class McpDispatcher {
    private final ServerCatalog catalog;
    private final ToolCalls tools;
    private final ContentReader contents;
    private final McpSessions sessions;
    private final RequestStates states;
    private final Questions questions;
    private final OpenRequests requests;
    private final BackgroundTasks background;
    private final McpLimits limits;

    @Inject
    McpDispatcher(ServerCatalog catalog, ToolCalls tools, ContentReader contents, McpSessions sessions, RequestStates states, Questions questions, OpenRequests requests, BackgroundTasks background, McpLimits limits) {
        this.catalog = catalog;
        this.tools = tools;
        this.contents = contents;
        this.sessions = sessions;
        this.states = states;
        this.questions = questions;
        this.requests = requests;
        this.background = background;
        this.limits = limits;
    }

    /** Access first, then the session, then the request; so a refusal of access never depends on what was asked or how. */
    @Audited
    public McpReply dispatch(McpCall call) {
        McpServer server = catalog.require(call.caller(), call.serverName());
        McpReply reply =
                switch (call.inbound().conversation()) {
                    case Conversation.None() -> alone(call, server);
                    case Conversation.Session(var id) -> inSession(call, server, id);
                };
        if (reply instanceof McpReply.Refused refused) {
            call.audit().refused(refused.status(), refused.error().auditName());
        }
        if (reply instanceof McpReply.InputNeeded) {
            call.audit().refused(200, "INPUT_REQUIRED");
        }
        return reply;
    }

    private McpReply inSession(McpCall call, McpServer server, String sessionId) {
        Optional<McpSessions.Session> found = sessions.find(sessionId, call.caller(), server.name());
        if (found.isEmpty()) {
            // 2025-11-25, transports, session management: 404 for a session that is over; one that is somebody else's looks the same.
            return McpReply.Refused.of(404, JsonRpcError.INVALID_REQUEST, "There is no such session; begin a new one with initialize.");
        }
        McpSessions.Session session = found.get();
        call.audit().protocolVersion(session.version().wireName());
        return switch (call.inbound().request()) {
            case McpRequest.EndSession() -> {
                sessions.end(session);
                yield new McpReply.Ended();
            }
            case McpRequest.SetLogLevel(var level) -> {
                sessions.setLogLevel(session, level);
                yield new McpReply.Done();
            }
            case McpRequest.Subscribe(var uri) when server.offersResources() -> {
                sessions.follow(session, uri);
                yield new McpReply.Done();
            }
            case McpRequest.Unsubscribe(var uri) when server.offersResources() -> {
                sessions.unfollow(session, uri);
                yield new McpReply.Done();
            }
            case McpRequest.ClientAnswer(var id, var result) -> {
                questions.answer(sessionId, call.caller(), id, result);
                yield new McpReply.Accepted();
            }
            case McpRequest.Cancel(var requestId) -> {
                requests.cancel(sessionId, requestId);
                yield new McpReply.Accepted();
            }
            default -> inRounds(call, server, call.inbound().client().in(session));
        };
    }

    private McpReply alone(McpCall call, McpServer server) {
        String state = call.inbound().client().requestState();
        if (state == null) {
            return inRounds(call, server, call.inbound().client());
        }
        // Altered, of another call, of another person, or too old: the client learns that it is none, not which.
        return states.open(state, binding(call))
                .map(answers -> inRounds(call, server, call.inbound().client().sealed(answers)))
                .orElseGet(() -> McpReply.Refused.of(200, JsonRpcError.INVALID_PARAMS, "The requestState is none of this call, or it is too old. Call again without it."));
    }

    /** A call that needs answers ends with its questions. */
    private McpReply inRounds(McpCall call, McpServer server, ClientContext client) {
        try {
            return limits.within(call, server, () -> answer(call, server, requests.dialogue(client, call.stream())));
        } catch (InputRequired needed) {
            return new McpReply.InputNeeded(needed.questions(), states.seal(binding(call), client.answers()));
        } catch (GoesOnInBackground longer) {
            if (!(call.inbound().request() instanceof McpRequest.CallTool tool)) {
                throw new IllegalStateException("Only tools go on in the background.", longer);
            }
            return new McpReply.TaskStarted(background.create(call.caller(), server.name(), tool, client));
        }
    }

    /** The extension: a client that did not declare it has no tasks, and is told what it lacks. */
    private McpReply task(McpCall call, McpServer server, String id, Function<Task, McpReply> work) {
        if (!call.inbound().client().capabilities().contains(ClientCapability.TASKS)) {
            throw new ProblemException(new Problem.MissingClientCapability(
                    ClientCapability.TASKS.path(), "Only clients that declare the extension for tasks can ask for them."));
        }
        return work.apply(background.require(call.caller(), server.name(), id));
    }

    private McpReply update(McpCall call, Task task) {
        Task updated = background.update(task, call.inbound().client().answers());
        boolean goesOn = task.status() == TaskStatus.INPUT_REQUIRED && updated.status() == TaskStatus.WORKING;
        return goesOn ? new McpReply.TaskResumed(updated) : new McpReply.Done();
    }

    private McpReply cancel(Task task) {
        background.cancel(task);
        return new McpReply.Done();
    }

    /** What a state is good for: this connection, this server, this call. */
    private static String binding(McpCall call) {
        String asked = switch (call.inbound().request()) {
            case McpRequest.CallTool(var tool, var arguments, var mirrored) -> "tool " + tool + " " + arguments;
            case McpRequest.GetPrompt(var name, var arguments) -> "prompt " + name + " " + new TreeMap<>(arguments);
            case McpRequest.ReadResource(var uri) -> "resource " + uri;
            default -> "";
        };
        return OpaqueToken.sha256(call.caller().grantId() + " " + call.serverName() + " " + asked);
    }

    private McpReply answer(McpCall call, McpServer server, Dialogue dialogue) {
        return switch (call.inbound().request()) {
            case McpRequest.Discover() -> new McpReply.Discovered(server);
            case McpRequest.Initialize(var requested, var capabilities) -> initialize(call, server, ProtocolVersion.negotiate(requested), capabilities);
            case McpRequest.Ping() -> new McpReply.Pong();
            case McpRequest.ListTools() -> new McpReply.Tools(server.visibleTools());
            case McpRequest.CallTool callTool -> tool(call, server, callTool, dialogue);
            case McpRequest.ListPrompts() when server.offersPrompts() -> new McpReply.Prompts(server.visiblePrompts());
            case McpRequest.GetPrompt(var name, var arguments) when server.offersPrompts() -> new McpReply.Filled(
                    contents.prompt(server, name, arguments, dialogue, call.audit()));
            case McpRequest.ListResources() when server.offersResources() -> new McpReply.Resources(contents.list(server, call.audit()));
            case McpRequest.ListResourceTemplates() when server.offersResources() -> new McpReply.Templates(server.templates());
            case McpRequest.ReadResource(var uri) when server.offersResources() -> new McpReply.Read(contents.read(server, uri, dialogue, call.audit()));
            case McpRequest.CompletePrompt(var name, var argument, var begun) when server.offersPrompts() -> new McpReply.Completed(
                    contents.completePrompt(server, name, argument, begun, dialogue, call.audit()));
            case McpRequest.CompleteResource(var template, var variable, var begun) when server.offersResources() -> new McpReply.Completed(
                    contents.completeResource(server, template, variable, begun, dialogue, call.audit()));
            // What a server does not offer to anybody is no capability of it, and its methods are none that it has.
            case McpRequest.ListPrompts it -> call.inbound().era().unknownMethod();
            case McpRequest.GetPrompt it -> call.inbound().era().unknownMethod();
            case McpRequest.ListResources it -> call.inbound().era().unknownMethod();
            case McpRequest.ListResourceTemplates it -> call.inbound().era().unknownMethod();
            case McpRequest.ReadResource it -> call.inbound().era().unknownMethod();
            case McpRequest.CompletePrompt it -> call.inbound().era().unknownMethod();
            case McpRequest.CompleteResource it -> call.inbound().era().unknownMethod();
            case McpRequest.GetTask(var id) -> task(call, server, id, McpReply.TaskState::new);
            case McpRequest.UpdateTask(var id) -> task(call, server, id, task -> update(call, task));
            case McpRequest.CancelTask(var id) -> task(call, server, id, this::cancel);
            case McpRequest.Listen(var interests) -> new McpReply.Listening(server, interests);
            case McpRequest.Resume(var lastEventId) -> new McpReply.Resumed(lastEventId);
            case McpRequest.Subscribe it -> call.inbound().era().unknownMethod();
            case McpRequest.Unsubscribe it -> call.inbound().era().unknownMethod();
            // These belong to sessions, and without one they are nothing.
            case McpRequest.SetLogLevel it -> call.inbound().era().unknownMethod();
            case McpRequest.ClientAnswer it -> new McpReply.Accepted();
            case McpRequest.Cancel it -> new McpReply.Accepted();
            case McpRequest.Notify() -> new McpReply.Accepted();
            case McpRequest.EndSession() -> new McpReply.Ended();
            case McpRequest.Invalid(var refusal) -> refusal;
        };
    }

    private McpReply tool(McpCall call, McpServer server, McpRequest.CallTool asked, Dialogue dialogue) {
        Map<String, String> mirrored = asked.mirrored();
        Optional<String> disagreement = mirrored == null
                ? Optional.empty()
                : server.definition(asked.tool()).flatMap(tool -> MirroredParams.disagreement(tool.inputSchema(), asked.arguments(), mirrored));
        return disagreement.isPresent()
                ? McpReply.Refused.of(400, JsonRpcError.HEADER_MISMATCH, disagreement.get())
                : new McpReply.Answered(tools.call(server, asked.tool(), asked.arguments(), dialogue, call.audit()));
    }

    private McpReply initialize(McpCall call, McpServer server, ProtocolVersion version, Set<ClientCapability> capabilities) {
        call.audit().protocolVersion(version.wireName());
        return new McpReply.Initialized(server, version, sessions.open(call.caller(), server.name(), version, capabilities));
    }
}
