package org.gatehouse.console;

import jakarta.faces.render.ResponseStateManager;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.gatehouse.platform.configuration.Deployment;

/**
 * Refuses requests to pages that another site made a browser send. Endpoints for programs have no cookies to abuse and see to themselves;
 * every other path is taken for a page.
 */
public class BrowserRequests extends HttpFilter {
    private static final List<String> PROGRAMS = List.of("/mcp/", "/oauth2/", "/.well-known/", "/api/");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Inject
    Deployment deployment;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // Programs first: asking for a parameter would read the body that their endpoints read themselves.
        if (forPrograms(request.getServletPath() + "/") || admits(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean forPrograms(String path) {
        return PROGRAMS.stream().anyMatch(path::startsWith);
    }

    private boolean admits(HttpServletRequest request) {
        return READING.contains(request.getMethod()) ? !answersForm(request) : fromOurPage(request);
    }

    /** Faces takes a view state from a URL, too; but whoever reads a page changes nothing, and browsers say less of where that comes from. */
    private static boolean answersForm(HttpServletRequest request) {
        return request.getParameter(ResponseStateManager.VIEW_STATE_PARAM) != null;
    }

    /** A form of ours carries its view state; without it Faces would show the page anew as if nothing had been sent. */
    private boolean fromOurPage(HttpServletRequest request) {
        return new OriginRule(deployment).admits(request.getHeader("Origin"), request.getHeader("Sec-Fetch-Site"))
                && answersForm(request);
    }
}
