package org.gatehouse.setup;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.gatehouse.audit.OperatorActs;
import org.gatehouse.platform.management.MBeanRegistrations;

/** Puts the MBean of the setup into the platform's MBean server, and takes it out when the deployment ends. */
@Startup
@Singleton(name = "SetupMonitoring")
@DependsOn("DatabaseStartup")
public class SetupMonitoring {
    @EJB
    SetupService setup;

    @Inject
    AppliedSetups applied;

    @Inject
    OperatorActs operator;

    private final MBeanRegistrations beans = new MBeanRegistrations();

    @PostConstruct
    void register() {
        beans.register(new SetupMonitor(setup, applied, operator), "type=Setup");
    }

    @PreDestroy
    void unregister() {
        beans.unregister();
    }
}
