package org.gatehouse.oauth.endpoint;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gatehouse.platform.network.CrossOrigin;

/** Lets every page read the metadata with the headers that MCP clients send: they name their protocol version even there, and browsers ask about that first. */
@WebFilter(urlPatterns = "/.well-known/*", asyncSupported = true)
public class PublicMetadata extends HttpFilter {
    private static final long serialVersionUID = 1;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        if (!CrossOrigin.preflightOfPublic(request, response)) {
            chain.doFilter(request, response);
        }
    }
}
