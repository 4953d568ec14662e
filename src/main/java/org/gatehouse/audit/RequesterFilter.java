package org.gatehouse.audit;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gatehouse.platform.network.ClientAddresses;
import org.gatehouse.platform.trace.Trace;

/** Notes how each request came in. Messages to MCP servers carry that with them and need no note. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class RequesterFilter extends HttpFilter {
    private static final long serialVersionUID = 1;

    @Inject
    transient Requester requester;

    @Inject
    transient ClientAddresses addresses;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        String path = request.getRequestURI();
        if (!path.startsWith("/mcp/")) {
            requester.cameIn(new Channel(family(path), request.getMethod(), path), addresses.of(request).toString(), Trace.of(request));
        }
        chain.doFilter(request, response);
    }

    private static Channel.Family family(String path) {
        if (path.startsWith("/oauth2/")) {
            return Channel.Family.OAUTH;
        }
        if (path.startsWith("/api/")) {
            return Channel.Family.REST;
        }
        return path.startsWith("/setup") ? Channel.Family.SETUP : Channel.Family.LOGIN;
    }
}
