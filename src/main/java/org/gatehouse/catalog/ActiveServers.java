package org.gatehouse.catalog;

import static org.gatehouse.platform.database.schema.Tables.MCP_SERVER;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;

/**
 * Which servers are active, kept in memory and read again when the access version has moved on. Changes of activation count the access
 * version up, and every request carries it, so no node serves a deactivated server after the request that follows the change.
 */
@Singleton
class ActiveServers {
    private final Database database;
    private final ConfigurationVersions versions;
    private volatile Snapshot snapshot = new Snapshot(Long.MIN_VALUE, Set.of());

    @Inject
    ActiveServers(Database database, ConfigurationVersions versions) {
        this.database = database;
        this.versions = versions;
    }

    /** The active servers at this access version or a later one. */
    Set<StandardServer> at(long accessVersion) {
        Snapshot known = snapshot;
        if (known.accessVersion() < accessVersion) {
            // The version was read before these rows, so the rows are at least as new as the number they are kept under.
            known = new Snapshot(accessVersion, read());
            snapshot = known;
        }
        return known.active();
    }

    /** The active servers now. */
    Set<StandardServer> now() {
        return at(versions.current(Topic.ACCESS));
    }

    private Set<StandardServer> read() {
        List<String> names = database.sql().select(MCP_SERVER.NAME).from(MCP_SERVER).where(MCP_SERVER.ACTIVE).fetch(MCP_SERVER.NAME);
        Set<StandardServer> active = EnumSet.noneOf(StandardServer.class);
        names.forEach(name -> StandardServer.find(name).ifPresent(active::add));
        return Collections.unmodifiableSet(active);
    }

    private record Snapshot(long accessVersion, Set<StandardServer> active) {}
}
