package org.gatehouse.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.gatehouse.identity.Assurance;
import org.gatehouse.identity.CodeSignIn;
import org.gatehouse.identity.PendingSecondFactor;
import org.gatehouse.identity.SignedInUser;
import org.gatehouse.identity.User;
import org.jspecify.annotations.Nullable;

/** The second page of sign-in: a code. Asks whoever has just given the password, or a signed-in person of whom more is demanded. */
@Named
@RequestScoped
public class CodePage {
    @Inject
    SignInPages pages;

    @Inject
    BrowserSessions sessions;

    @Inject
    LoginOrigins origins;

    @Inject
    CodeSignIn codes;

    private String request = "";
    private String to = "";
    private String code = "";

    /** Before the page is shown, first or again: without a password first, a code is worth nothing. */
    public void show() {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (pages.open(faces, destination()) && asked(faces).isEmpty()) {
            pages.goTo(faces, destination().by(SignInRoute.PASSWORD));
        }
    }

    /** Checks the code, and leads on. */
    public void verify() {
        FacesContext faces = FacesContext.getCurrentInstance();
        Optional<SignedInUser> asked = asked(faces);
        if (asked.isEmpty()) {
            pages.goTo(faces, destination().by(SignInRoute.PASSWORD));
            return;
        }
        Optional<User> user = codes.attempt(asked.get().userId(), code, origins.of(faces));
        code = "";
        if (user.isEmpty()) {
            SignInPages.say(faces, "The code is not right, or it was used before. Wait for the next one and try again.");
        } else {
            sessions.enter(faces, asked.get().raised());
            pages.goOn(faces, destination());
        }
    }

    /** Who is asked, as if the password alone had been enough. */
    private Optional<SignedInUser> asked(FacesContext faces) {
        Optional<PendingSecondFactor> pending = sessions.pending(faces);
        return pending.isPresent()
                ? pending.map(owed -> new SignedInUser(owed.userId(), owed.since(), Assurance.STANDARD))
                : sessions.signedIn(faces);
    }

    private Destination destination() {
        return Destination.of(request, to);
    }

    public String getRequest() {
        return request;
    }

    public void setRequest(@Nullable String request) {
        this.request = AuthorizationPages.id(request);
    }

    public String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = Destination.of("", to).page();
    }

    /** Never shown again. */
    public String getCode() {
        return "";
    }

    public void setCode(@Nullable String code) {
        this.code = code == null ? "" : code;
    }
}
