package org.gatehouse.oauth.bearer;

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

/** Looks at the running calls often enough that none outlives its connection by a second. */
@Startup
@Singleton(name = "RunningConnectionsTimer")
@DependsOn("DatabaseStartup")
@TransactionManagement(TransactionManagementType.BEAN)
public class RunningConnectionsTimer {
    private static final int MILLISECONDS = 250;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    RunningConnections connections;

    private @Nullable ScheduledFuture<?> task;

    @PostConstruct
    void start() {
        task = executor.scheduleWithFixedDelay(this::look, MILLISECONDS, MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    /** A failure is logged and tried again: an exception would end the schedule. */
    private void look() {
        try {
            connections.endWhatEnded();
        } catch (RuntimeException e) {
            BearerLog.LOG.runningCallsNotChecked(e);
        }
    }

    @PreDestroy
    void stop() {
        if (task != null) {
            task.cancel(true);
        }
    }
}
