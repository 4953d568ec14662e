package org.gatehouse.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Signs the person out, by a button: a link could be followed by a picture on somebody else's page. */
@Named
@RequestScoped
public class LogoutPage {
    @Inject
    SignInPages pages;

    @Inject
    BrowserSessions sessions;

    /** Ends the session on the server, with all that waits in it. */
    public void signOut() {
        FacesContext faces = FacesContext.getCurrentInstance();
        sessions.end(faces);
        pages.goTo(faces, SignInRoute.PASSWORD);
    }
}
