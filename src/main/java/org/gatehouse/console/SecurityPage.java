package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.Requester;
import org.gatehouse.identity.Assurance;
import org.gatehouse.identity.Sessions;
import org.gatehouse.identity.SignIn;
import org.gatehouse.identity.SignInSessions;
import org.gatehouse.identity.SignedInUser;
import org.gatehouse.identity.User;
import org.gatehouse.identity.totp.EnrolmentService;
import org.gatehouse.identity.totp.RecoveryCodes;
import org.gatehouse.identity.totp.SecondFactors;
import org.gatehouse.permission.grants.PeopleService;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The signed-in person's own security: another password, and a second factor that is set up or removed, each after the password. */
@Named
@RequestScoped
public class SecurityPage {
    @Inject
    SignInPages pages;

    @Inject
    BrowserSessions sessions;

    @Inject
    Sessions all;

    @EJB
    SignInSessions known;

    @Inject
    LoginOrigins origins;

    @Inject
    SignIn signIn;

    @Inject
    SecondFactors secondFactors;

    @Inject
    RecoveryCodes recoveryCodes;

    @EJB
    EnrolmentService enrolments;

    @EJB
    PeopleService people;

    @Inject
    Requester requester;

    private String request = "";
    private String password = "";
    private String newPassword = "";
    private String repeated = "";

    /** Before the page is shown: only to a person of whom the session is as sure as it can be. */
    public void show() {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (!pages.open(faces, Destination.of(request, ""))) {
            return;
        }
        Optional<SignedInUser> signedIn = sessions.signedIn(faces);
        if (signedIn.isEmpty()) {
            pages.goTo(faces, destination().by(SignInRoute.PASSWORD));
        } else if (secondFactors.enrolled(signedIn.get().userId()) && signedIn.get().assurance() != Assurance.HIGH) {
            pages.goTo(faces, destination().by(SignInRoute.CODE));
        } else {
            end(faces, signedIn.get(), faces.getExternalContext().getRequestParameterMap().getOrDefault("end", ""));
        }
    }

    /** A button carries the id of its session. */
    private void end(FacesContext faces, SignedInUser signedIn, String id) {
        if (faces.isPostback() && !id.isEmpty()) {
            String username = sessions.person(faces).map(User::username).orElse("");
            known.end(signedIn.userId(), id, "session.end", new Actor(signedIn.userId(), username, null, null, origins.of(faces).clientAddress()));
            pages.goTo(faces, "/security");
        }
    }

    /** Where the person is signed in. */
    public List<SessionText> getOpenSessions() {
        return sessions.signedIn(FacesContext.getCurrentInstance())
                .map(signedIn -> all.of(signedIn.userId()).stream()
                        .map(session -> new SessionText(
                                session.id(), Times.shown(session.since()), session.clientAddress(), DisplayText.of(Objects.requireNonNullElse(session.userAgent(), "")),
                                session.id().equals(signedIn.id())))
                        .toList())
                .orElse(List.of());
    }

    /**
     * A session in words.
     *
     * @param present whether it is the one that shows the page
     */
    public record SessionText(String id, String since, String address, String browser, boolean present) {}

    /** The person wants a second factor. */
    public void setUp() {
        FacesContext faces = FacesContext.getCurrentInstance();
        confirmed(faces).ifPresent(user -> {
            enrolments.begin(user.id()).keepIn(sessions.session(faces));
            pages.goTo(faces, Destination.of(request, "").by("/security/enrol"));
        });
    }

    /** The person no longer wants it. The other sessions end; this one goes on, and is less sure of the person. */
    public void remove() {
        FacesContext faces = FacesContext.getCurrentInstance();
        boolean sure = sessions.signedIn(faces).filter(signedIn -> signedIn.assurance() == Assurance.HIGH).isPresent();
        confirmed(faces).filter(user -> sure).ifPresent(user -> {
            Instant now = sessions.now();
            enrolments.remove(user.id(), now);
            sessions.enter(faces, user, Assurance.STANDARD);
            pages.goTo(faces, "/security");
        });
    }

    /** The person wants another password. All sessions end, this one too: whoever learned the old password is out. */
    public void changePassword() {
        FacesContext faces = FacesContext.getCurrentInstance();
        boolean sure = sessions.signedIn(faces).filter(this::sureEnough).isPresent();
        if (!newPassword.equals(repeated)) {
            SignInPages.say(faces, "The two new passwords are not the same.");
            return;
        }
        confirmed(faces).filter(user -> sure).ifPresent(user -> {
            requester.is(
                    new Actor(user.id(), user.username(), null, null, requester.actor().clientAddress()), requester.channel(), requester.requestId());
            try {
                people.setPassword(user.id(), newPassword);
                sessions.end(faces);
                pages.goTo(faces, SignInRoute.PASSWORD);
            } catch (ProblemException e) {
                complaints(e.problem()).forEach(complaint -> SignInPages.say(faces, complaint));
            }
        });
    }

    private boolean sureEnough(SignedInUser signedIn) {
        return signedIn.assurance() == Assurance.HIGH || !secondFactors.enrolled(signedIn.userId());
    }

    private static List<String> complaints(Problem problem) {
        return problem instanceof Problem.InvalidArguments(var message, var violations)
                ? violations.stream().map(Problem.Violation::message).toList()
                : List.of(problem.message());
    }

    /** The signed-in person, with the right password in the form. */
    private Optional<User> confirmed(FacesContext faces) {
        Optional<User> person = sessions.person(faces);
        Optional<User> confirmed = person.filter(user -> signIn.confirm(user, password, origins.of(faces)));
        password = "";
        if (person.isEmpty()) {
            pages.goTo(faces, destination().by(SignInRoute.PASSWORD));
        } else if (confirmed.isEmpty()) {
            SignInPages.say(faces, "The password is not right. After several failures, wait a quarter of an hour and try again.");
        }
        return confirmed;
    }

    private Destination destination() {
        return Destination.of(request, Destination.SECURITY);
    }

    /** Whether the person has a second factor. Decides which form there is, when the page is shown and when it is sent. */
    public boolean isEnrolled() {
        return sessions.person(FacesContext.getCurrentInstance()).filter(user -> secondFactors.enrolled(user.id())).isPresent();
    }

    /** How many recovery codes are left. */
    public int getCodesLeft() {
        return sessions.person(FacesContext.getCurrentInstance()).map(user -> recoveryCodes.left(user.id())).orElse(0);
    }

    public String getName() {
        return sessions.person(FacesContext.getCurrentInstance()).map(User::name).orElse("");
    }

    public String getRequest() {
        return request;
    }

    public void setRequest(@Nullable String request) {
        this.request = AuthorizationPages.id(request);
    }

    /** Never shown again. */
    public String getNewPassword() {
        return "";
    }

    public void setNewPassword(@Nullable String newPassword) {
        this.newPassword = newPassword == null ? "" : newPassword;
    }

    /** Never shown again. */
    public String getRepeated() {
        return "";
    }

    public void setRepeated(@Nullable String repeated) {
        this.repeated = repeated == null ? "" : repeated;
    }

    /** Never shown again. */
    public String getPassword() {
        return "";
    }

    public void setPassword(@Nullable String password) {
        this.password = password == null ? "" : password;
    }
}
