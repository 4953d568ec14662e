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
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Looks after the clients of long calls, and after those that do not read, once a second. */
@Startup
@Singleton(name = "OpenAnswersTimer")
@TransactionManagement(TransactionManagementType.BEAN)
public class OpenAnswersTimer {
    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    OpenAnswers answers;

    @Inject
    OpenWrites writes;

    private List<ScheduledFuture<?>> tasks = List.of();

    @PostConstruct
    void start() {
        // Apart, because the first writes to clients and may come to wait for one that does not read.
        tasks = List.of(executor.scheduleWithFixedDelay(answers::look, 1, 1, TimeUnit.SECONDS), executor.scheduleWithFixedDelay(writes::look, 1, 1, TimeUnit.SECONDS));
    }

    @PreDestroy
    void stop() {
        tasks.forEach(task -> task.cancel(true));
    }
}
