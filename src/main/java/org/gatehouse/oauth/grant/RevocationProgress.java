package org.gatehouse.oauth.grant;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with bulk revocations in the background. It runs on every node; two that take the same batch count each connection once, because
 * only one of them marks it.
 */
@Startup
@Singleton(name = "RevocationProgress")
@DependsOn("DatabaseStartup")
@TransactionManagement(TransactionManagementType.BEAN)
public class RevocationProgress {
    private static final int SECONDS = 2;

    @Resource
    private ManagedScheduledExecutorService executor;

    @EJB
    ConnectionService connections;

    private @Nullable ScheduledFuture<?> task;

    @PostConstruct
    void start() {
        task = executor.scheduleWithFixedDelay(this::run, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** A failure is logged and tried again: an exception would end the schedule. */
    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted() && connections.markNextBatch()) {
                // Each call is a transaction of its own.
            }
        } catch (RuntimeException e) {
            GrantLog.LOG.revocationInterrupted(e);
        }
    }

    @PreDestroy
    void stop() {
        if (task != null) {
            task.cancel(true);
        }
    }
}
