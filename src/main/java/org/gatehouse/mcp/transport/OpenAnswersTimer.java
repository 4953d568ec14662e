package org.gatehouse.mcp.transport;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks after the clients of long calls once a second. */
@Startup
@Singleton(name = "OpenAnswersTimer")
@TransactionManagement(TransactionManagementType.BEAN)
public class OpenAnswersTimer {
    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    OpenAnswers answers;

    private @Nullable ScheduledFuture<?> task;

    @PostConstruct
    void start() {
        task = executor.scheduleWithFixedDelay(answers::look, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (task != null) {
            task.cancel(true);
        }
    }
}
