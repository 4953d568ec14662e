package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.gatehouse.audit.alert.Alert;
import org.gatehouse.audit.alert.AlertService;
import org.gatehouse.audit.alert.RaisedAlert;
import org.gatehouse.permission.SystemPermission;

/** The alerts, and what they have raised lately. */
@Named
@RequestScoped
public class SetupAlertsPage {
    private static final Duration LATELY = Duration.ofDays(7);
    private static final int MOST = 100;

    @Inject
    SetupDoor setup;

    @EJB
    AlertService alerts;

    @Inject
    InstantSource clock;

    private List<Alert> all = List.of();
    private List<RaisedAlert> raised = List.of();

    /** Before the page is shown. */
    public void show() {
        setup.show(SystemPermission.CUSTOMIZE_APPLICATION, () -> {
            all = alerts.all();
            // Who did what is for those who may read the log.
            if (setup.may(SystemPermission.VIEW_EVENT_LOG_FILES.apiName())) {
                raised = alerts.raisedSince(clock.instant().minus(LATELY), MOST);
            }
            return this;
        });
    }

    public List<Alert> getAll() {
        return all;
    }

    public List<RaisedAlert> getRaised() {
        return raised;
    }

    /** What an alert looks for, in words. */
    public String search(Alert alert) {
        return AlertText.search(alert.search());
    }

    /** "10 in 5 minutes, each person". */
    public String condition(Alert alert) {
        return AlertText.condition(alert);
    }

    /** The page that shows the events that an alert looks for. */
    public String found(Alert alert) {
        return AlertText.page("/setup/search", alert.search());
    }
}
