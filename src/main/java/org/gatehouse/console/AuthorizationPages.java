package org.gatehouse.console;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.identity.SignedInUser;
import org.gatehouse.oauth.endpoint.AuthorizationEndpoint;
import org.gatehouse.oauth.grant.PendingAuthorization;
import org.gatehouse.oauth.grant.PendingAuthorizations;
import org.jspecify.annotations.Nullable;

/** What the sign-in page and the consent page do alike: find the waiting authorization, and lead the browser on. */
@Singleton
class AuthorizationPages {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final BrowserSessions sessions;
    private final InstantSource clock;

    @Inject
    AuthorizationPages(BrowserSessions sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The waiting authorization with this id in the browser's session. */
    Optional<PendingAuthorization> find(FacesContext faces, String id) {
        return PendingAuthorizations.of(session(faces)).find(id, clock.instant());
    }

    /** The id in a parameter: empty for none; one that nobody has for text that is not an id and must not get into a URL. */
    static String id(@Nullable String parameter) {
        if (parameter == null || parameter.isEmpty()) {
            return "";
        }
        return ID.matcher(parameter).matches() ? parameter : "-";
    }

    /** Takes it out, so that it is answered once. */
    Optional<PendingAuthorization> take(FacesContext faces, String id) {
        HttpSession session = session(faces);
        PendingAuthorizations waiting = PendingAuthorizations.of(session);
        Optional<PendingAuthorization> pending = waiting.take(id, clock.instant());
        if (session != null) {
            waiting.keepIn(session);
        }
        return pending;
    }

    /** The sign-in of the browser's session, if it still counts. */
    Optional<SignedInUser> user(FacesContext faces) {
        return sessions.signedIn(faces);
    }

    /** Lets the page's forms lead to the client as well. */
    void allowRedirect(FacesContext faces, PendingAuthorization pending) {
        faces.getExternalContext().setResponseHeader(ContentSecurityPolicy.HEADER, ContentSecurityPolicy.leadingTo(pending.redirectUri()));
    }

    /** Sends the browser on and ends the page. */
    void redirect(FacesContext faces, String location) {
        ExternalContext external = faces.getExternalContext();
        external.setResponseStatus(HttpServletResponse.SC_SEE_OTHER);
        external.setResponseHeader("Location", location);
        faces.responseComplete();
    }

    /** Shows the error page: the authorization is answered, too old, or of another session. */
    void gone(FacesContext faces) {
        HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
        request.setAttribute(
                AuthorizationEndpoint.MESSAGE,
                "This request to connect has been answered already or has expired. Go back to your application and connect again.");
        try {
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_BAD_REQUEST, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }

    private static @Nullable HttpSession session(FacesContext faces) {
        return (HttpSession) faces.getExternalContext().getSession(false);
    }
}
