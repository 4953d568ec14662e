package org.gatehouse.demo;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.database.Database;

/** Fills the demo organisation at the first start in demo mode. */
@Startup
@Singleton(name = "DemoStartup")
@DependsOn("DatabaseStartup")
@TransactionManagement(TransactionManagementType.BEAN)
public class DemoStartup {
    @Inject
    Deployment deployment;

    @Inject
    DemoConfiguration configuration;

    @Inject
    Database database;

    @PostConstruct
    void install() {
        if (deployment.demo()) {
            DemoRecords.install(database, configuration.records());
        }
    }
}
