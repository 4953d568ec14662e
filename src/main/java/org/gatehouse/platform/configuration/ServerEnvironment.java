package org.gatehouse.platform.configuration;

import jakarta.inject.Singleton;
import java.util.Set;

/**
 * The environment variables that the server's own configuration reads, such as {@code GATEHOUSE_DB_URL}. MicroProfile Config shows them to the
 * application as well (MicroProfile Config 3.1, environment variables mapping rules), under names that no feature of it reads.
 */
@Singleton
public class ServerEnvironment implements ConfigurationKeys {
    @Override
    public Set<String> keys() {
        return Set.of(
                "gatehouse.db.driver", "gatehouse.db.url", "gatehouse.db.user", "gatehouse.db.password", "gatehouse.db.pool", "gatehouse.max.post");
    }
}
