package org.gatehouse.metadata.mapping;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;

/** Compares mapped objects with their tables at every start, before the first request can meet one that has changed. */
@Startup
@Singleton(name = "MappingStartup")
@DependsOn("DatabaseStartup")
public class MappingStartup {
    @EJB
    MappingService mapping;

    @PostConstruct
    void check() {
        mapping.check();
    }
}
