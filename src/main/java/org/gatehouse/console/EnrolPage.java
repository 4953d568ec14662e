package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatehouse.identity.Assurance;
import org.gatehouse.identity.User;
import org.gatehouse.identity.totp.EnrolmentService;
import org.gatehouse.identity.totp.PendingEnrolment;
import org.gatehouse.identity.totp.RecoveryCode;
import org.gatehouse.identity.totp.TotpSecret;
import org.jspecify.annotations.Nullable;

/** Shows a new key to the person, asks for its first code, and then shows the recovery codes, once. */
@Named
@RequestScoped
public class EnrolPage {
    private static final String INSTALLATION = "Gatehouse";

    @Inject
    SignInPages pages;

    @Inject
    BrowserSessions sessions;

    @EJB
    EnrolmentService enrolments;

    private String request = "";
    private String code = "";
    private List<RecoveryCode> recoveryCodes = List.of();

    /** Before the page is shown: without the password a moment ago there is no key to show. */
    public void show() {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (recoveryCodes.isEmpty() && pages.open(faces, destination()) && secret(faces).isEmpty()) {
            pages.goTo(faces, destination().by("/security"));
        }
    }

    /** The authenticator's first code. */
    public void confirm() {
        FacesContext faces = FacesContext.getCurrentInstance();
        Optional<User> user = sessions.person(faces);
        Optional<PendingEnrolment> pending = PendingEnrolment.of(BrowserSessions.existing(faces));
        if (user.isEmpty() || pending.isEmpty()) {
            pages.goTo(faces, destination().by("/security"));
            return;
        }
        Instant now = sessions.now();
        recoveryCodes = enrolments.confirm(pending.get(), user.get().id(), code.replaceAll("\\s", ""), now);
        code = "";
        if (recoveryCodes.isEmpty()) {
            SignInPages.say(faces, "The code is not right. Check the clock of your device, wait for the next code and try again.");
        } else {
            PendingEnrolment.forget(sessions.session(faces));
            sessions.enter(faces, user.get(), Assurance.HIGH);
        }
    }

    private Optional<TotpSecret> secret(FacesContext faces) {
        return sessions.person(faces)
                .flatMap(user -> PendingEnrolment.of(BrowserSessions.existing(faces)).flatMap(pending -> enrolments.secret(pending, user.id())));
    }

    private Destination destination() {
        return Destination.of(request, "");
    }

    /** The key as people type it. */
    public String getKey() {
        return secret(FacesContext.getCurrentInstance()).map(TotpSecret::typed).orElse("");
    }

    /** The key as authenticators import it. */
    public String getUri() {
        FacesContext faces = FacesContext.getCurrentInstance();
        String username = sessions.person(faces).map(User::username).orElse("");
        return secret(faces).map(secret -> secret.uri(INSTALLATION, username)).orElse("");
    }

    /** Whether the codes are on the page instead of the form. */
    public boolean isConfirmed() {
        return !recoveryCodes.isEmpty();
    }

    public List<String> getRecoveryCodes() {
        return recoveryCodes.stream().map(RecoveryCode::shown).toList();
    }

    /** Where the person goes from the recovery codes. */
    public String getNext() {
        return destination().authorization() ? destination().path() : "/security";
    }

    public String getRequest() {
        return request;
    }

    public void setRequest(@Nullable String request) {
        this.request = AuthorizationPages.id(request);
    }

    /** Never shown again. */
    public String getCode() {
        return "";
    }

    public void setCode(@Nullable String code) {
        this.code = code == null ? "" : code;
    }
}
