package org.gatehouse.mcp.transport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.audit.Channel;
import org.gatehouse.identity.Caller;
import org.gatehouse.mcp.protocol.HttpAnswer;
import org.gatehouse.mcp.protocol.McpExchange;
import org.gatehouse.mcp.protocol.McpHeaders;
import org.gatehouse.mcp.protocol.McpProtocol;
import org.gatehouse.oauth.bearer.BearerChallenge;
import org.gatehouse.oauth.token.ProtectedResource;
import org.gatehouse.platform.network.ClientAddresses;
import org.jspecify.annotations.Nullable;

/** Every MCP server's endpoint (MCP, Streamable HTTP): takes one message by POST, ends a session by DELETE. */
@Path("/v1/{group: platform|custom}/{server}")
@ApplicationScoped
public class McpEndpoint {
    @Inject
    McpProtocol protocol;

    @Inject
    BearerChallenge challenge;

    @Inject
    ClientAddresses addresses;

    /** Answers one message. */
    @POST
    public Response post(@PathParam("group") String group, @PathParam("server") String server, @Context HttpServletRequest request)
            throws IOException {
        return Answers.response(answer(group + "/" + server, request));
    }

    /** Ends a session; revisions without sessions have no DELETE. */
    @DELETE
    public Response delete(@PathParam("group") String group, @PathParam("server") String server, @Context HttpServletRequest request) {
        McpHeaders headers = headers(request);
        if (headers.nameModernVersion()) {
            return Answers.response(HttpAnswer.empty(405, Map.of("Allow", "POST")));
        }
        String serverName = group + "/" + server;
        Caller caller = caller(request);
        return Answers.response(caller == null ? unauthenticated(serverName) : protocol.endSession(exchange(caller, serverName, request)));
    }

    private HttpAnswer answer(String serverName, HttpServletRequest request) throws IOException {
        Caller caller = caller(request);
        if (caller == null) {
            return unauthenticated(serverName);
        }
        if (!MediaRanges.isJson(request.getContentType()) || request.getHeader("Content-Encoding") != null) {
            return HttpAnswer.refusal(415, "The body must be application/json in UTF-8, not compressed.", Map.of());
        }
        if (!MediaRanges.acceptBoth(joined(request, "Accept"))) {
            return HttpAnswer.refusal(406, "The Accept header must list application/json and text/event-stream.", Map.of());
        }
        Optional<byte[]> body = RequestBody.read(request.getInputStream(), request.getContentLengthLong());
        if (body.isEmpty()) {
            return HttpAnswer.refusal(413, "The body is longer than " + RequestBody.LIMIT + " bytes.", Map.of());
        }
        return protocol.post(exchange(caller, serverName, request), body.get());
    }

    private HttpAnswer unauthenticated(String serverName) {
        return HttpAnswer.refusal(401, "A bearer token is required.", Map.of(BearerChallenge.HEADER, challenge.missing(ProtectedResource.MCP_PATH + serverName)));
    }

    private McpExchange exchange(Caller caller, String serverName, HttpServletRequest request) {
        Channel channel = new Channel(Channel.Family.MCP, request.getMethod(), ProtectedResource.MCP_PATH + serverName);
        return new McpExchange(caller, serverName, RequestId.of(request), addresses.of(request).toString(), channel, headers(request));
    }

    private static McpHeaders headers(HttpServletRequest request) {
        return new McpHeaders(
                joined(request, "MCP-Protocol-Version"), joined(request, "Mcp-Method"), joined(request, "Mcp-Name"), joined(request, "Mcp-Session-Id"));
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
