package org.gatehouse.permission.sharing;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.gatehouse.audit.OperatorActs;
import org.gatehouse.platform.management.MBeanRegistrations;

/** Puts the MBean of record sharing into the platform's MBean server, and takes it out when the deployment ends. */
@Startup
@Singleton(name = "SharingMonitoring")
@DependsOn("DatabaseStartup")
public class SharingMonitoring {
    @EJB
    SharingService sharing;

    @Inject
    OperatorActs operator;

    private final MBeanRegistrations beans = new MBeanRegistrations();

    @PostConstruct
    void register() {
        beans.register(new SharingMonitor(sharing, operator), "type=Sharing");
    }

    @PreDestroy
    void unregister() {
        beans.unregister();
    }
}
