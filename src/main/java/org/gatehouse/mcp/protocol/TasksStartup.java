package org.gatehouse.mcp.protocol;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Tells the clients of tasks that this node was working on when it stopped. */
@Startup
@Singleton(name = "TasksStartup")
@DependsOn("DatabaseStartup")
public class TasksStartup {
    @Inject
    BackgroundTasks tasks;

    @PostConstruct
    void start() {
        tasks.abandon();
    }
}
