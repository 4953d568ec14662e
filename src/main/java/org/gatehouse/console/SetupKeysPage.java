package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.gatehouse.oauth.token.SigningKeyService;
import org.gatehouse.oauth.token.SigningKeyState;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** The keys that sign access tokens: how old they are, the next one, and the end of one that others may know. */
@Named
@RequestScoped
public class SetupKeysPage {
    private static final SystemPermission NEEDED = SystemPermission.CUSTOMIZE_APPLICATION;
    private static final String PAGE = "/setup/keys";

    @Inject
    SetupDoor setup;

    @EJB
    SigningKeyService keys;

    @Inject
    InstantSource clock;

    private List<Row> rows = List.of();

    /** Before the page is shown. */
    public void show() {
        String kid = SetupDoor.parameter("remove");
        if (FacesContext.getCurrentInstance().isPostback() && !kid.isEmpty()) {
            setup.act(NEEDED, "signing-key.remove", kid, PAGE, () -> done(keys.remove(kid), new Problem.NotFound(
                    Problem.Thing.SIGNING_KEY, kid, "There is no such key any more.")));
        }
        setup.show(NEEDED, () -> rows = keys.all().stream().map(this::row).toList());
    }

    /** Publishes the next key. */
    public void rotate() {
        setup.act(NEEDED, "signing-key.rotate", "", PAGE, () -> done(keys.rotate(), new Problem.Conflict(
                "The next key is published already and waits to sign.")));
    }

    private static boolean done(boolean done, Problem otherwise) {
        if (!done) {
            throw new ProblemException(otherwise);
        }
        return true;
    }

    private Row row(SigningKeyState key) {
        long days = Duration.between(key.createdAt(), clock.instant()).toDays();
        String stage = switch (key.stage()) {
            case WAITING -> "waits to sign";
            case SIGNING -> "signs";
            case RETIRED -> "retired";
        };
        return new Row(
                key.kid(), stage, days == 1 ? "1 day" : days + " days", Times.shown(key.createdAt()), Times.shown(key.signsFrom()),
                key.retiredAt() == null ? "" : Times.shown(key.retiredAt()));
    }

    public List<Row> getRows() {
        return rows;
    }

    /** One key in words. */
    public record Row(String kid, String stage, String age, String created, String from, String until) {}
}
