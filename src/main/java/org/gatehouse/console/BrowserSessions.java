package org.gatehouse.console;

import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.gatehouse.audit.Actor;
import org.gatehouse.identity.Assurance;
import org.gatehouse.identity.PendingSecondFactor;
import org.gatehouse.identity.Sessions;
import org.gatehouse.identity.SignInSessions;
import org.gatehouse.identity.SignedInUser;
import org.gatehouse.identity.User;
import org.jspecify.annotations.Nullable;

/** Whose the browser's session is, and how that changes. The session's id changes each time it becomes worth more. */
@Singleton
class BrowserSessions {
    private final Sessions sessions;
    private final SignInSessions known;
    private final LoginOrigins origins;
    private final InstantSource clock;

    @Inject
    BrowserSessions(Sessions sessions, SignInSessions known, LoginOrigins origins, InstantSource clock) {
        this.sessions = sessions;
        this.known = known;
        this.origins = origins;
        this.clock = clock;
    }

    /** Now, as precisely as a session remembers and every database keeps. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The sign-in of the browser's session, if it still counts. */
    Optional<SignedInUser> signedIn(FacesContext faces) {
        return SignedInUser.of(existing(faces)).filter(signedIn -> sessions.person(signedIn).isPresent());
    }

    /** The person that the browser's session belongs to. */
    Optional<User> person(FacesContext faces) {
        return SignedInUser.of(existing(faces)).flatMap(sessions::person);
    }

    /** The person who has given the password in this session and owes the second factor. */
    Optional<PendingSecondFactor> pending(FacesContext faces) {
        return PendingSecondFactor.of(existing(faces)).filter(pending -> sessions.person(pending).isPresent());
    }

    /** The password was right and the code is still to come: until then the session is nobody's. */
    void await(FacesContext faces, User user) {
        await(request(faces), user);
    }

    /** The same for a request that no page serves. */
    void await(HttpServletRequest request, User user) {
        HttpSession session = renewed(request);
        SignedInUser.leave(session);
        new PendingSecondFactor(user.id(), now()).keepIn(session);
    }

    /** The session becomes a person's, as of now. */
    void enter(FacesContext faces, User user, Assurance assurance) {
        enter(faces, new SignedInUser(user.id(), now(), assurance));
    }

    /** The session becomes a person's. */
    void enter(FacesContext faces, SignedInUser signedIn) {
        enter(request(faces), signedIn);
    }

    /** The same for a request that no page serves. */
    void enter(HttpServletRequest request, SignedInUser signedIn) {
        HttpSession session = renewed(request);
        PendingSecondFactor.forget(session);
        known.begin(signedIn, origins.of(request));
        signedIn.enter(session);
    }

    /** Ends the session on the server. */
    void end(FacesContext faces) {
        HttpSession session = existing(faces);
        if (session != null) {
            signOut(faces, session);
            session.invalidate();
        }
    }

    /** The session goes on, with what waits in it, and is nobody's. */
    void leave(FacesContext faces) {
        HttpSession session = existing(faces);
        if (session != null) {
            signOut(faces, session);
            SignedInUser.leave(session);
        }
    }

    private void signOut(FacesContext faces, HttpSession session) {
        SignedInUser.of(session).ifPresent(signedIn -> known.end(
                signedIn.userId(), signedIn.id(), "sign-out",
                new Actor(signedIn.userId(), sessions.person(signedIn).map(User::username).orElse(null), null, null, origins.of(faces).clientAddress())));
    }

    /** The browser's session, made if there is none. */
    HttpSession session(FacesContext faces) {
        return request(faces).getSession();
    }

    static @Nullable HttpSession existing(FacesContext faces) {
        return request(faces).getSession(false);
    }

    /** A session id that was known before, perhaps to somebody else, is worth nothing after this. */
    private static HttpSession renewed(HttpServletRequest request) {
        request.getSession();
        request.changeSessionId();
        return request.getSession();
    }

    private static HttpServletRequest request(FacesContext faces) {
        return (HttpServletRequest) faces.getExternalContext().getRequest();
    }
}
