package org.gatehouse.platform.configuration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Gives beans the system's clock. Tests construct the same beans with a clock that they set. */
@ApplicationScoped
class ClockProducer {
    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }
}
