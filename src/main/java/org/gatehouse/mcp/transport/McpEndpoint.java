package org.gatehouse.mcp.transport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.gatehouse.audit.Channel;
import org.gatehouse.identity.Caller;
import org.gatehouse.mcp.protocol.HttpAnswer;
import org.gatehouse.mcp.protocol.McpExchange;
import org.gatehouse.mcp.protocol.McpHeaders;
import org.gatehouse.mcp.protocol.McpProtocol;
import org.gatehouse.oauth.bearer.BearerChallenge;
import org.gatehouse.oauth.bearer.TokenDigest;
import org.gatehouse.oauth.token.ProtectedResource;
import org.gatehouse.platform.network.ClientAddresses;
import org.gatehouse.platform.trace.Trace;
import org.jspecify.annotations.Nullable;

/** Every MCP server's endpoint (MCP, Streamable HTTP): takes one message by POST, opens a session's stream by GET, ends a session by DELETE. */
@Path("/v1/{group}/{server}")
@ApplicationScoped
public class McpEndpoint {
    @Inject
    McpProtocol protocol;

    @Inject
    BearerChallenge challenge;

    @Inject
    ClientAddresses addresses;

    @Inject
    EventStreams streams;

    @Inject
    OpenAnswers open;

    @Inject
    InstantSource clock;

    /** Answers one message. */
    @POST
    public @Nullable Response post(
            @PathParam("group") String group, @PathParam("server") String server, @Context HttpServletRequest request)
            throws IOException {
        String serverName = group + "/" + server;
        Caller caller = caller(request);
        if (caller == null) {
            return Answers.response(unauthenticated(serverName));
        }
        if (!MediaRanges.isJson(request.getContentType()) || request.getHeader("Content-Encoding") != null) {
            return Answers.response(HttpAnswer.refusal(415, "The body must be application/json in UTF-8, not compressed.", Map.of()));
        }
        if (!MediaRanges.acceptBoth(joined(request, "Accept"))) {
            return Answers.response(HttpAnswer.refusal(406, "The Accept header must list application/json and text/event-stream.", Map.of()));
        }
        Optional<byte[]> body = RequestBody.read(request.getInputStream(), request.getContentLengthLong());
        if (body.isEmpty()) {
            return Answers.response(HttpAnswer.refusal(413, "The body is longer than " + RequestBody.LIMIT + " bytes.", Map.of()));
        }
        McpHeaders headers = headers(request);
        AnswerStream stream = stream(caller, headers, request);
        McpExchange exchange = exchange(caller, serverName, request, headers, stream);
        if (headers.sessionId() != null) {
            return sent(stream, protocol.post(exchange, body.get()));
        }
        open.begin(exchange.requestId(), stream);
        try {
            return sent(stream, protocol.post(exchange, body.get()));
        } finally {
            open.end(exchange.requestId());
        }
    }

    /** Opens the stream of a session, or takes one up again; revisions without sessions have no GET. */
    @GET
    public @Nullable Response get(
            @PathParam("group") String group, @PathParam("server") String server, @Context HttpServletRequest request) {
        McpHeaders headers = headers(request);
        if (headers.nameModernVersion()) {
            return Answers.response(HttpAnswer.empty(405, Map.of("Allow", "POST")));
        }
        String serverName = group + "/" + server;
        Caller caller = caller(request);
        if (caller == null) {
            return Answers.response(unauthenticated(serverName));
        }
        if (!MediaRanges.acceptEvents(joined(request, "Accept"))) {
            return Answers.response(HttpAnswer.refusal(406, "The Accept header must list text/event-stream.", Map.of()));
        }
        AnswerStream stream = stream(caller, headers, request);
        return sent(stream, protocol.listen(exchange(caller, serverName, request, headers, stream)));
    }

    /** Ends a session; revisions without sessions have no DELETE. */
    @DELETE
    public @Nullable Response delete(
            @PathParam("group") String group, @PathParam("server") String server, @Context HttpServletRequest request) {
        McpHeaders headers = headers(request);
        if (headers.nameModernVersion()) {
            return Answers.response(HttpAnswer.empty(405, Map.of("Allow", "POST")));
        }
        String serverName = group + "/" + server;
        Caller caller = caller(request);
        if (caller == null) {
            return Answers.response(unauthenticated(serverName));
        }
        AnswerStream stream = stream(caller, headers, request);
        return sent(stream, protocol.endSession(exchange(caller, serverName, request, headers, stream)));
    }

    /** Nothing for JAX-RS to send where the answer goes over a stream, now or later. */
    private static @Nullable Response sent(AnswerStream stream, CompletableFuture<HttpAnswer> answer) {
        if (answer.isDone()) {
            HttpAnswer now = answer.join();
            return stream.settle(now) ? null : Answers.response(now);
        }
        stream.suspend();
        var unused = answer.whenComplete((later, failure) -> stream.settle(failure == null ? later : HttpAnswer.empty(500, Map.of())));
        return null;
    }

    private AnswerStream stream(Caller caller, McpHeaders headers, HttpServletRequest request) {
        String session = headers.sessionId() == null ? null : caller.grantId() + " " + headers.sessionId();
        return new AnswerStream(streams, session, EventSink.of(request), clock.instant());
    }

    private HttpAnswer unauthenticated(String serverName) {
        return HttpAnswer.refusal(401, "A bearer token is required.", Map.of(BearerChallenge.HEADER, challenge.missing(ProtectedResource.MCP_PATH + serverName)));
    }

    private McpExchange exchange(Caller caller, String serverName, HttpServletRequest request, McpHeaders headers, AnswerStream stream) {
        Channel channel = new Channel(Channel.Family.MCP, request.getMethod(), ProtectedResource.MCP_PATH + serverName);
        return new McpExchange(caller, serverName, RequestId.of(request), addresses.of(request), channel, headers, stream, TokenDigest.of(request), Trace.of(request));
    }

    private static McpHeaders headers(HttpServletRequest request) {
        return new McpHeaders(
                joined(request, "MCP-Protocol-Version"), joined(request, "Mcp-Method"), joined(request, "Mcp-Name"), joined(request, "Mcp-Session-Id"),
                joined(request, "Last-Event-ID"), parameters(request));
    }

    private static Map<String, String> parameters(HttpServletRequest request) {
        Map<String, String> parameters = new HashMap<>();
        for (String header : Collections.list(request.getHeaderNames())) {
            String name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith(McpHeaders.PARAMETER)) {
                parameters.put(name.substring(McpHeaders.PARAMETER.length()), Objects.requireNonNullElse(joined(request, header), ""));
            }
        }
        return parameters;
    }

    /** The bearer mechanism leaves the caller here once the token is good. */
    private static @Nullable Caller caller(HttpServletRequest request) {
        return (Caller) request.getAttribute(Caller.class.getName());
    }

    /** RFC 9110 section 5.3: lines of one name are one value; a header that came twice then matches nothing that came once. */
    private static @Nullable String joined(HttpServletRequest request, String name) {
        List<String> lines = Collections.list(request.getHeaders(name));
        return lines.isEmpty() ? null : String.join(", ", lines);
    }
}
