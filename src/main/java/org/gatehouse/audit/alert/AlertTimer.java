package org.gatehouse.audit.alert;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.gatehouse.audit.OperatorActs;
import org.gatehouse.platform.management.MBeanRegistrations;
import org.jspecify.annotations.Nullable;

/** Looks at the alerts each second, and tells operators what was raised. */
@Startup
@Singleton(name = "AlertTimer")
@DependsOn("DatabaseStartup")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AlertTimer {
    @EJB
    AlertEvaluation evaluation;

    @EJB
    AlertService alerts;

    @Inject
    OperatorActs operator;

    @Inject
    InstantSource clock;

    private final MBeanRegistrations beans = new MBeanRegistrations();
    private @Nullable AlertsMonitor monitor;
    private boolean failing;

    @PostConstruct
    void register() {
        AlertsMonitor made = new AlertsMonitor(alerts, operator, clock);
        beans.register(made, "type=Alerts");
        monitor = made;
    }

    @PreDestroy
    void unregister() {
        beans.unregister();
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void look() {
        boolean succeeded = true;
        try {
            List<String> enabled = evaluation.enabled();
            Map<String, Long> heads = enabled.isEmpty() ? Map.of() : evaluation.heads();
            for (String alert : enabled) {
                succeeded &= look(alert, heads);
            }
        } catch (RuntimeException e) {
            succeeded = false;
            // Once for each time that it begins to fail: a database that is away would fill the log otherwise.
            if (!failing) {
                AlertLog.LOG.noneEvaluated(e);
            }
        }
        failing = !succeeded;
        AlertsMonitor present = monitor;
        if (present != null) {
            present.looked(succeeded);
        }
    }

    /** One alert that fails keeps no other from being looked at. */
    private boolean look(String alert, Map<String, Long> heads) {
        try {
            boolean more = evaluation.behind(alert, heads);
            while (more) {
                AlertEvaluation.Step step = evaluation.step(alert, heads);
                step.raised().forEach(this::tell);
                more = step.more();
            }
            return true;
        } catch (RuntimeException e) {
            if (!failing) {
                AlertLog.LOG.notEvaluated(alert, e);
            }
            return false;
        }
    }

    private void tell(RaisedAlert raised) {
        AlertLog.LOG.raised(raised.text());
        AlertsMonitor present = monitor;
        if (present != null) {
            present.tell(raised);
        }
    }
}
