package org.gatehouse.platform.management;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.management.AttributeChangeNotification;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.Notification;
import javax.management.NotificationListener;
import javax.management.ObjectName;
import org.gatehouse.platform.configuration.Deployment;
import org.jspecify.annotations.Nullable;

/**
 * Announces in the log that the server is ready, as its last word. Deployments start before the server says so itself; its state MBean tells
 * when that is over.
 */
@Startup
@Singleton(name = "ReadyAnnouncement")
public class ReadyAnnouncement implements NotificationListener {
    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    Deployment deployment;

    private @Nullable ScheduledFuture<?> announcement;

    @PostConstruct
    void listen() throws JMException {
        beans.addNotificationListener(state(), this, null, null);
    }

    @PreDestroy
    void unlisten() throws JMException {
        beans.removeNotificationListener(state(), this);
        if (announcement != null) {
            announcement.cancel(false);
        }
    }

    @Override
    public void handleNotification(Notification notification, Object handback) {
        if (notification instanceof AttributeChangeNotification change
                && "RuntimeConfigurationState".equals(change.getAttributeName())
                && "ok".equals(change.getNewValue())) {
            // The server writes its own last lines right after this notification.
            announcement = executor.schedule(
                    () -> PlatformLog.LOG.ready(deployment.publicUrl(), StartupGuide.text(deployment)), 1, TimeUnit.SECONDS);
        }
    }

    private static ObjectName state() throws JMException {
        return new ObjectName("jboss.root:type=state");
    }
}
