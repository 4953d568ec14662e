package org.gatehouse.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.gatehouse.identity.Assurance;
import org.gatehouse.identity.SignIn;
import org.gatehouse.identity.SignedInUser;
import org.gatehouse.identity.User;
import org.gatehouse.platform.configuration.Deployment;
import org.jspecify.annotations.Nullable;

/** The sign-in page. */
@Named
@RequestScoped
public class LoginPage {
    @Inject
    AuthorizationPages pages;

    @Inject
    SignIn signIn;

    @Inject
    Deployment deployment;

    private String request = "";
    private String username = "";
    private String password = "";

    /** Before the page is shown, first or again: an authorization that no longer waits is not worth a password. */
    public void show() {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (!request.isEmpty()) {
            pages.find(faces, request).ifPresentOrElse(pending -> pages.allowRedirect(faces, pending), () -> pages.gone(faces));
        }
    }

    /** Checks name and password, and leads on to consent or to the start page. */
    public void signIn() {
        FacesContext faces = FacesContext.getCurrentInstance();
        Optional<User> user = signIn.attempt(username, password);
        password = "";
        if (user.isEmpty()) {
            faces.addMessage(null, new FacesMessage("The user name or the password is not right."));
            return;
        }
        HttpServletRequest http = (HttpServletRequest) faces.getExternalContext().getRequest();
        http.getSession();
        // A session id that was known before signing in, perhaps to somebody else, is worth nothing after it.
        http.changeSessionId();
        new SignedInUser(user.get().id(), pages.now(), Assurance.STANDARD).enter(http.getSession());
        pages.redirect(faces, deployment.url(request.isEmpty() ? "/" : "/consent?request=" + request));
    }

    public String getRequest() {
        return request;
    }

    public void setRequest(@Nullable String request) {
        this.request = AuthorizationPages.id(request);
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
