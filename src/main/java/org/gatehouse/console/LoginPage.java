package org.gatehouse.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.gatehouse.identity.Assurance;
import org.gatehouse.identity.SignIn;
import org.gatehouse.identity.SignInAnswer;
import org.jspecify.annotations.Nullable;

/** The sign-in page: name and password. Leads on to the second factor where the person has one. */
@Named
@RequestScoped
public class LoginPage {
    @Inject
    SignInPages pages;

    @Inject
    BrowserSessions sessions;

    @Inject
    LoginOrigins origins;

    @Inject
    SignIn signIn;

    private String request = "";
    private String to = "";
    private String username = "";
    private String password = "";

    /** Before the page is shown, first or again: an authorization that no longer waits is not worth a password. */
    public void show() {
        FacesContext faces = FacesContext.getCurrentInstance();
        String next = pages.next(faces, destination());
        if (pages.open(faces, destination()) && destination().authorization() && !next.equals(destination().by(SignInRoute.PASSWORD))) {
            pages.goTo(faces, next);
        }
    }

    /** Checks name and password, and leads on. */
    public void signIn() {
        FacesContext faces = FacesContext.getCurrentInstance();
        SignInAnswer answer = signIn.attempt(username, password, origins.of(faces));
        password = "";
        switch (answer) {
            case SignInAnswer.Refused() -> SignInPages.refused(faces);
            case SignInAnswer.CodeNeeded(var user) -> {
                sessions.await(faces, user);
                pages.goTo(faces, destination().by(SignInRoute.CODE));
            }
            case SignInAnswer.SignedIn(var user) -> {
                sessions.enter(faces, user, Assurance.STANDARD);
                pages.goOn(faces, destination());
            }
        }
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

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    /** Never shown again. */
    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
