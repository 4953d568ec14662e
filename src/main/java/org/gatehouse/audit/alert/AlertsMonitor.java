package org.gatehouse.audit.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.MBeanNotificationInfo;
import javax.management.Notification;
import javax.management.NotificationBroadcasterSupport;
import org.gatehouse.audit.OperatorActs;

/** The JMX view of the alerts. */
final class AlertsMonitor extends NotificationBroadcasterSupport implements AlertsMXBean {
    static final String RAISED = "org.gatehouse.alert.raised";

    private static final Duration LATELY = Duration.ofDays(1);

    private final AlertService alerts;
    private final OperatorActs operator;
    private final InstantSource clock;
    private final AtomicLong sequence = new AtomicLong();
    private volatile boolean healthy = true;

    AlertsMonitor(AlertService alerts, OperatorActs operator, InstantSource clock) {
        super(new MBeanNotificationInfo(new String[] {RAISED}, Notification.class.getName(), "An alert was raised."));
        this.alerts = alerts;
        this.operator = operator;
        this.clock = clock;
    }

    /** Tells listeners of an alert that was raised. */
    void tell(RaisedAlert raised) {
        Notification notification = new Notification(
                RAISED, "org.gatehouse:type=Alerts", sequence.incrementAndGet(), Instant.parse(raised.raisedAt()).toEpochMilli(), raised.text());
        notification.setUserData(raised.alert());
        sendNotification(notification);
    }

    /** Told after each look at all alerts. */
    void looked(boolean succeeded) {
        healthy = succeeded;
    }

    @Override
    public List<String> getEnabled() {
        return alerts.all().stream().filter(Alert::enabled).map(Alert::name).toList();
    }

    @Override
    public List<String> getRaised() {
        return alerts.raisedSince(clock.instant().minus(LATELY), AlertService.MOST_RAISED).stream().map(it -> it.raisedAt() + " " + it.text()).toList();
    }

    @Override
    public boolean isHealthy() {
        return healthy;
    }

    @Override
    public void setEnabled(String alert, boolean enabled) {
        operator.run("alert.update", alert, () -> {
            Alert it = alerts.one(alert);
            alerts.update(new Alert(
                    it.name(), it.description(), enabled, it.search(), it.threshold(), it.minutes(), it.each(), it.freezes(), it.version()));
        });
    }
}
