package org.gatehouse.audit.alert;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.SetupTrail;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.platform.problem.Violations;

/** Reads and changes the alerts, each call in one transaction. Who may do so is for the caller to have decided. */
@Stateless
public class AlertService {
    /** The most that are listed of those that were raised. */
    public static final int MOST_RAISED = 500;

    /** Each is looked at whenever something was written. */
    private static final int MOST = 100;

    @Inject
    AlertStore store;

    @Inject
    RaisedAlerts raised;

    @Inject
    SetupTrail trail;

    /** All of them, by name. */
    public List<Alert> all() {
        return store.all();
    }

    /** One; not found if there is none of this name. */
    public Alert one(String name) {
        return store.find(name).orElseThrow(() -> new ProblemException(new Problem.NotFound(Problem.Thing.RULE, name, "There is no alert of this name.")));
    }

    /** Makes an alert, which counts the events that come from now on. */
    public Alert create(Alert alert) {
        check(alert);
        if (store.all().size() >= MOST) {
            throw Violations.one("/name", "there are " + MOST + " alerts already, and each is looked at whenever something happens");
        }
        return changed("alert.create", alert.name(), () -> store.create(alert));
    }

    /** Replaces an alert, at the version it was read at; it begins to count anew. */
    public Alert update(Alert alert) {
        check(alert);
        one(alert.name());
        return changed("alert.update", alert.name(), () -> store.update(alert));
    }

    /** Takes an alert away, at the version it was read at. What it has raised stays, and what it has frozen is frozen. */
    public void delete(String name, int version) {
        one(name);
        trail.change(EventType.SETUP_AUDIT_TRAIL, "alert.delete", name, () -> store.find(name), () -> store.delete(name, version));
    }

    /** The alerts that were raised since a moment, the newest first. */
    public List<RaisedAlert> raisedSince(Instant from, int most) {
        return raised.newest(from, Math.clamp(most, 1, MOST_RAISED));
    }

    private Alert changed(String action, String name, Runnable change) {
        trail.change(EventType.SETUP_AUDIT_TRAIL, action, name, () -> store.find(name), change);
        return one(name);
    }

    private static void check(Alert alert) {
        Violations violations = new Violations();
        AlertCheck.check(alert, violations);
        violations.refuse();
    }
}
