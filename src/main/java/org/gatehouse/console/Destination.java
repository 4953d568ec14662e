package org.gatehouse.console;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where signing in leads in the end: the consent page of a waiting authorization, a page of ours by its name, or the start page. No URL is
 * ever taken from a request, so there is none to abuse.
 *
 * @param request the id of the waiting authorization; empty for none
 * @param page the name of a page; empty for the start page
 */
record Destination(String request, String page) {
    static final String SECURITY = "security";
    static final String CONNECTIONS = "connections";
    static final String APPROVALS = "approvals";
    static final String SETUP = "setup";

    private static final Set<String> PAGES = Set.of(SECURITY, CONNECTIONS, APPROVALS, SETUP);

    /** What two parameters name; a name that no page has is the start page. */
    static Destination of(@Nullable String request, @Nullable String page) {
        return new Destination(AuthorizationPages.id(request), page != null && PAGES.contains(page) ? page : "");
    }

    boolean authorization() {
        return !request.isEmpty();
    }

    /** The page itself. */
    String path() {
        return authorization() ? "/consent?request=" + request : "/" + page;
    }

    /** A page on the way, which keeps in mind where the way leads. */
    String by(String path) {
        return path + (authorization() ? "?request=" + request : page.isEmpty() ? "" : "?to=" + page);
    }
}
