package org.gatehouse.mcp.protocol;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks for listening clients four times a second. */
@Startup
@Singleton(name = "SubscriptionsTimer")
@DependsOn("DatabaseStartup")
@TransactionManagement(TransactionManagementType.BEAN)
public class SubscriptionsTimer {
    private static final int MILLISECONDS = 250;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    Subscriptions subscriptions;

    private @Nullable ScheduledFuture<?> task;

    @PostConstruct
    void start() {
        task = executor.scheduleWithFixedDelay(this::look, MILLISECONDS, MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    /** A failure is logged and tried again: an exception would end the schedule. */
    private void look() {
        try {
            // A thread of its own for each: one that waits for a slow client holds nothing that others need.
            subscriptions.look(work -> Thread.ofVirtual().start(work));
        } catch (RuntimeException e) {
            McpLog.LOG.changesNotLookedFor(e);
        }
    }

    @PreDestroy
    void stop() {
        if (task != null) {
            task.cancel(true);
        }
    }
}
