package org.gatehouse.platform.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Gives beans the {@link Database} on the server's data source. */
@ApplicationScoped
class DatabaseProducer {
    @Resource(lookup = "java:jboss/datasources/GatehouseDS")
    DataSource dataSource;

    @Produces
    @Singleton
    Database database(RunningCalls calls) {
        return new Database(dataSource, calls);
    }
}
