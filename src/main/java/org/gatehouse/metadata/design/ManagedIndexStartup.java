package org.gatehouse.metadata.design;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.platform.database.Database;

/** Gives managed tables the indexes that this release counts on. On a large table that takes as long as it takes, so no container transaction. */
@Startup
@Singleton(name = "ManagedIndexStartup")
@DependsOn("DatabaseStartup")
@TransactionManagement(TransactionManagementType.BEAN)
public class ManagedIndexStartup {
    @Inject
    Database database;

    @Inject
    ObjectCatalogs catalogs;

    @PostConstruct
    void make() {
        new ManagedIndexes(database.sql()).makeMissing(catalogs.uncommitted());
    }
}
