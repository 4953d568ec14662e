package org.gatehouse.console;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.gatehouse.permission.recovery.LinkOffer;
import org.gatehouse.permission.recovery.LinkPurpose;
import org.gatehouse.permission.recovery.RecoveryService;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Where a one-time link leads: the first administrator makes an account, everybody else sets a password. */
@Named
@RequestScoped
public class WelcomePage {
    private static final int LONGEST = 100;

    @EJB
    RecoveryService recovery;

    @Inject
    SignInPages pages;

    private String code = "";
    private String username = "";
    private String name = "";
    private String email = "";
    private String password = "";
    private String repeated = "";

    /** The code is needed before the form is read: it decides which form there is. */
    @PostConstruct
    void read() {
        setCode(FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("code"));
    }

    /** Does what the link is for, and leads to the sign-in page. */
    public void accept() {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (!password.equals(repeated)) {
            SignInPages.say(faces, "The two passwords are not the same.");
            return;
        }
        try {
            if (isNewAdministrator()) {
                recovery.makeFirstAdministrator(code, username, name, email, password);
            } else {
                recovery.setPassword(code, password);
            }
            pages.goTo(faces, SignInRoute.PASSWORD);
        } catch (ProblemException e) {
            texts(e.problem()).forEach(text -> SignInPages.say(faces, text));
        }
    }

    private static List<String> texts(Problem problem) {
        return problem instanceof Problem.InvalidArguments(var message, var violations) && !violations.isEmpty()
                ? violations.stream().map(violation -> violation.location().replace("/", "") + ": " + violation.message()).toList()
                : List.of(problem.message());
    }

    private Optional<LinkOffer> offer() {
        return recovery.offer(code);
    }

    /** Whether the link is good. Decides which form there is, when the page is shown and when it is sent. */
    public boolean isGood() {
        return offer().isPresent();
    }

    public boolean isNewAdministrator() {
        return offer().filter(offer -> offer.purpose() == LinkPurpose.FIRST_ADMINISTRATOR).isPresent();
    }

    public boolean isBreakGlass() {
        return offer().filter(offer -> offer.purpose() == LinkPurpose.BREAK_GLASS).isPresent();
    }

    /** Whose password is set. */
    public String getPerson() {
        return offer().map(LinkOffer::username).orElse("");
    }

    public String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code == null || code.length() > LONGEST ? "" : code;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(@Nullable String username) {
        this.username = text(username);
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = text(name);
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = text(email);
    }

    /** Never shown again. */
    public String getPassword() {
        return "";
    }

    public void setPassword(@Nullable String password) {
        this.password = text(password);
    }

    /** Never shown again. */
    public String getRepeated() {
        return "";
    }

    public void setRepeated(@Nullable String repeated) {
        this.repeated = text(repeated);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
