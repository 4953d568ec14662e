package org.gatehouse.platform.management;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.management.AttributeChangeNotification;
import javax.management.InstanceNotFoundException;
import javax.management.ListenerNotFoundException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
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
// What must have started: without any of these there is no announcement either.
@DependsOn({"ConfigurationStartup", "DatabaseStartup", "SigningKeysStartup"})
public class ReadyAnnouncement implements NotificationListener {
    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    Deployment deployment;

    private @Nullable ScheduledFuture<?> announcement;

    @PostConstruct
    void listen() {
        try {
            beans.addNotificationListener(state(), this, null, null);
        } catch (InstanceNotFoundException e) {
            throw new IllegalStateException("The server has no state MBean", e);
        }
    }

    @PreDestroy
    void unlisten() {
        try {
            beans.removeNotificationListener(state(), this);
        } catch (InstanceNotFoundException | ListenerNotFoundException e) {
            PlatformLog.LOG.debug("The server's state MBean was gone before us", e);
        }
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

    private static ObjectName state() {
        try {
            return new ObjectName("jboss.root:type=state");
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException(e);
        }
    }
}
