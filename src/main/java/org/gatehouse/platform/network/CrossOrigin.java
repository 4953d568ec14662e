package org.gatehouse.platform.network;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.platform.configuration.ConfigurationKeys;

/**
 * The web pages of other origins that may call, and what a browser lets them send and read (Fetch standard, CORS protocol). Each is named by the
 * operator; none is let in with cookies.
 */
@Singleton
public class CrossOrigin implements ConfigurationKeys {
    static final String ALLOWED_ORIGINS = "gatehouse.mcp.allowed-origins";

    /** What MCP clients send that a browser asks about first. */
    private static final String REQUEST_HEADERS = "Authorization, Content-Type, Accept, Last-Event-ID, Mcp-Method, MCP-Protocol-Version, Mcp-Name, Mcp-Session-Id";

    /** What MCP clients read that a browser hides otherwise. */
    private static final String RESPONSE_HEADERS = "MCP-Protocol-Version, Mcp-Session-Id, Retry-After, WWW-Authenticate, X-Request-Id";

    private static final String MIRRORED = "mcp-param-";
    private static final String ONE_HOUR = "3600";
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    private final Set<String> origins;

    /** @param origins for example {@code https://console.example.com}; empty for none */
    @Inject
    public CrossOrigin(@ConfigProperty(name = ALLOWED_ORIGINS) Optional<List<String>> origins) {
        this.origins = Set.copyOf(origins.orElse(List.of()));
    }

    /** Whether pages of this origin may call. Browsers write origins in lower case (RFC 6454 section 6.1), so nothing is folded. */
    public boolean allows(String origin) {
        return origins.contains(origin);
    }

    /** Lets the page that sends the request read the answer, refusals too, if it may call; any other page sees nothing. */
    public void share(HttpServletRequest request, HttpServletResponse response) {
        // A cache must not give one page the answer that another was let read.
        response.addHeader("Vary", "Origin");
        String origin = request.getHeader("Origin");
        if (origin != null && allows(origin)) {
            response.setHeader(ALLOW_ORIGIN, origin);
            response.setHeader("Access-Control-Expose-Headers", RESPONSE_HEADERS);
        }
    }

    /**
     * Answers the question that a browser asks before it sends a page's request.
     *
     * @param methods what the page may use, for example {@code POST, GET}
     * @return whether the request was such a question of a page that may call; then the answer is complete
     */
    public boolean preflight(HttpServletRequest request, HttpServletResponse response, String methods) {
        String origin = request.getHeader("Origin");
        if (!isPreflight(request) || origin == null || !allows(origin)) {
            return false;
        }
        permit(request, response, origin, methods);
        return true;
    }

    /** As {@link #preflight}, for documents that are the same for everybody and may be read by any page. */
    public static boolean preflightOfPublic(HttpServletRequest request, HttpServletResponse response) {
        if (!isPreflight(request)) {
            return false;
        }
        permit(request, response, "*", "GET");
        return true;
    }

    @Override
    public Set<String> keys() {
        return Set.of(ALLOWED_ORIGINS);
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null;
    }

    private static void permit(HttpServletRequest request, HttpServletResponse response, String origin, String methods) {
        response.setHeader(ALLOW_ORIGIN, origin);
        response.setHeader("Access-Control-Allow-Methods", methods);
        response.setHeader("Access-Control-Allow-Headers", REQUEST_HEADERS + mirrored(request));
        response.setHeader("Access-Control-Max-Age", ONE_HOUR);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** MCP 2026-07-28, transports: a parameter of a tool may be mirrored by a header whose name only the tool knows. */
    private static String mirrored(HttpServletRequest request) {
        String asked = request.getHeader("Access-Control-Request-Headers");
        StringBuilder allowed = new StringBuilder();
        for (String name : asked == null ? new String[0] : asked.split(",", -1)) {
            if (name.strip().matches("(?i)" + MIRRORED + "[A-Za-z0-9_-]{1,64}")) {
                allowed.append(", ").append(name.strip());
            }
        }
        return allowed.toString();
    }
}
