package org.gatehouse.console;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.gatehouse.identity.totp.SecondFactors;
import org.gatehouse.oauth.grant.PendingAuthorization;
import org.gatehouse.platform.configuration.Deployment;

/** What the pages of sign-in do alike: find out where the browser goes next, and send it there. */
@Singleton
class SignInPages {
    /** One text for every refusal of a password: it must not tell what was wrong. */
    private static final String REFUSED =
            "You are not signed in. Check the user name and the password. After several failures, wait a quarter of an hour and try again.";

    private final AuthorizationPages pages;
    private final SecondFactors secondFactors;
    private final Deployment deployment;

    @Inject
    SignInPages(AuthorizationPages pages, SecondFactors secondFactors, Deployment deployment) {
        this.pages = pages;
        this.secondFactors = secondFactors;
        this.deployment = deployment;
    }

    /** The next page on the way to the destination, as the session stands now. */
    String next(FacesContext faces, Destination destination) {
        Optional<PendingAuthorization> pending = pages.find(faces, destination.request());
        return SignInRoute.next(
                pages.user(faces), signedIn -> pending.isEmpty() || pending.get().accepts(signedIn), secondFactors::enrolled, destination);
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
