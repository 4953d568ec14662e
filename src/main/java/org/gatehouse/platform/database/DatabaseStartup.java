package org.gatehouse.platform.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.gatehouse.platform.configuration.Deployment;

/** Migrates the database before anything else starts. Flyway and the demo data commit for themselves, so no container transaction. */
@Startup
@Singleton(name = "DatabaseStartup")
@DependsOn("ConfigurationStartup")
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseStartup {
    @Resource(lookup = "java:jboss/datasources/GatehouseDS")
    DataSource dataSource;

    @Inject
    Deployment deployment;

    @PostConstruct
    void migrate() {
        Migrations.migrate(dataSource, deployment.demo());
    }
}
