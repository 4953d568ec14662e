package org.gatehouse.mcp.transport;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.gatehouse.mcp.protocol.HttpAnswer;
import org.gatehouse.platform.network.CrossOrigin;

/**
 * Stands before every MCP request of any method: names the request, forbids caching, and turns away foreign hosts, foreign origins and
 * methods that MCP does not use.
 */
@WebFilter(urlPatterns = "/mcp/*", asyncSupported = true)
public class McpGate extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final List<String> METHODS = List.of("POST", "GET", "DELETE");
    private static final String ALLOWED = String.join(", ", METHODS);

    @Inject
    transient KnownNames known;

    @Inject
    transient CrossOrigin crossOrigin;

    @Inject
    transient OpenWrites writes;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        response.setHeader(RequestId.HEADER, RequestId.of(request));
        response.setHeader("Cache-Control", "no-store");
        if (!hostIsKnown(request) || !originIsKnown(request)) {
            Answers.send(HttpAnswer.refusal(403, "This host or origin may not be used to reach this server.", Map.of()), response);
        } else if (crossOrigin.preflight(request, response, ALLOWED)) {
            // Answered; a browser asks without the token, and learns nothing but what pages may send.
        } else if (!METHODS.contains(request.getMethod())) {
            Answers.send(HttpAnswer.empty(405, Map.of("Allow", ALLOWED)), response);
        } else {
            EventSink.give(request, response, writes);
            chain.doFilter(request, response);
        }
    }

    /** The header and the authority that the container acts on must both be ours: they differ where the request line carries a whole URL. */
    private boolean hostIsKnown(HttpServletRequest request) {
        List<String> hosts = Collections.list(request.getHeaders("Host"));
        return hosts.size() == 1 && known.allowsHost(hosts.get(0)) && known.allowsHost(target(request));
    }

    private static String target(HttpServletRequest request) {
        String authority = URI.create(request.getRequestURL().toString()).getRawAuthority();
        return authority == null ? "" : authority;
    }

    private boolean originIsKnown(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Origin")).stream().allMatch(known::allowsOrigin);
    }
}
