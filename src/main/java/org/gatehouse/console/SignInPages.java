package org.gatehouse.console;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.identity.SignedInUser;
import org.gatehouse.identity.totp.SecondFactors;
import org.gatehouse.oauth.grant.PendingAuthorization;
import org.gatehouse.permission.ProfileAssurance;
import org.gatehouse.platform.configuration.Deployment;

/** What the pages of sign-in do alike: find out where the browser goes next, and send it there. */
@Singleton
class SignInPages {
    /** One text for every refusal of a password: it must not tell what was wrong. */
    private static final String REFUSED =
            "You are not signed in. Check the user name and the password. After several failures, wait a quarter of an hour and try again.";

    /** The pages on which more than the person's own access is at stake. */
    private static final Set<String> DEMANDING = Set.of(Destination.SETUP, Destination.APPROVALS);

    private final AuthorizationPages pages;
    private final SecondFactors secondFactors;
    private final ProfileAssurance profiles;
    private final Deployment deployment;

    @Inject
    SignInPages(AuthorizationPages pages, SecondFactors secondFactors, ProfileAssurance profiles, Deployment deployment) {
        this.pages = pages;
        this.secondFactors = secondFactors;
        this.profiles = profiles;
        this.deployment = deployment;
    }

    /** The next page on the way to the destination, as the session stands now. */
    String next(FacesContext faces, Destination destination) {
        Optional<PendingAuthorization> pending = pages.find(faces, destination.request());
        return SignInRoute.next(
                pages.user(faces), signedIn -> accepts(pending, signedIn, destination), secondFactors::enrolled, destination);
    }

    /** What an app demands; and what the person's profile demands, but for the pages where people look after their own access. */
    private boolean accepts(Optional<PendingAuthorization> pending, SignedInUser signedIn, Destination destination) {
        boolean own = pending.isEmpty() && !DEMANDING.contains(destination.page());
        return pending.filter(it -> !it.accepts(signedIn)).isEmpty() && (own || profiles.accepts(signedIn));
    }

    /** Sends the browser to the next page. */
    void goOn(FacesContext faces, Destination destination) {
        goTo(faces, next(faces, destination));
    }

    /** Sends the browser to a page of ours. */
    void goTo(FacesContext faces, String path) {
        pages.redirect(faces, deployment.url(path));
    }

    /**
     * Lets the forms of a page lead on to the client that waits. Shows the error page if the client has been answered or waits no longer.
     *
     * @return whether the page is to be shown
     */
    boolean open(FacesContext faces, Destination destination) {
        if (!destination.authorization()) {
            return true;
        }
        Optional<PendingAuthorization> pending = pages.find(faces, destination.request());
        pending.ifPresentOrElse(present -> pages.allowRedirect(faces, present), () -> pages.gone(faces));
        return pending.isPresent();
    }

    /** Says that a password was refused. */
    static void refused(FacesContext faces) {
        say(faces, REFUSED);
    }

    static void say(FacesContext faces, String message) {
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, message, message));
    }
}
