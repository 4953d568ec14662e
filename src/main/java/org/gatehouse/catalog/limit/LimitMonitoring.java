package org.gatehouse.catalog.limit;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.gatehouse.audit.OperatorActs;
import org.gatehouse.platform.management.MBeanRegistrations;

/** Puts the MBean of the limits into the platform's MBean server, and takes it out when the deployment ends. */
@Startup
@Singleton(name = "LimitMonitoring")
@DependsOn("DatabaseStartup")
public class LimitMonitoring {
    @Inject
    Limits limits;

    @Inject
    Budgets budgets;

    @Inject
    OperatorActs operator;

    private final MBeanRegistrations beans = new MBeanRegistrations();

    @PostConstruct
    void register() {
        beans.register(new LimitsMonitor(limits, budgets, operator), "type=Limits");
    }

    @PreDestroy
    void unregister() {
        beans.unregister();
    }
}
