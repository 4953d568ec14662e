package org.gatehouse.catalog;

import static org.gatehouse.platform.database.schema.Tables.MCP_SERVER;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.SetupTrail;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.Database;

/** Switches MCP servers on and off, for all nodes. */
@Stateless
public class ServerActivation {
    @Inject
    Database database;

    @Inject
    ConfigurationVersions versions;

    @Inject
    SetupTrail trail;

    @Inject
    Servers servers;

    /** Lets callers reach the server, as far as their rights go. */
    public void activate(String serverName) {
        set(serverName, true);
    }

    /** Hides the server: from the next request on it answers as if it did not exist. */
    public void deactivate(String serverName) {
        set(serverName, false);
    }

    private void set(String serverName, boolean active) {
        String server = servers.find(serverName).map(ServerDefinition::name).orElseThrow(() -> ServerCatalog.noSuchServer(serverName));
        trail.change(
                EventType.SETUP_AUDIT_TRAIL, active ? "server.activate" : "server.deactivate", server, () -> state(server),
                () -> change(server, active));
    }

    private Map<String, Object> state(String server) {
        return Map.of("active", database.sql().fetchExists(MCP_SERVER, MCP_SERVER.NAME.eq(server).and(MCP_SERVER.ACTIVE)));
    }

    private void change(String server, boolean active) {
        database.sql()
                .insertInto(MCP_SERVER, MCP_SERVER.NAME, MCP_SERVER.ACTIVE)
                .values(server, active)
                .onConflict(MCP_SERVER.NAME)
                .doUpdate()
                .set(MCP_SERVER.ACTIVE, active)
                .execute();
        versions.changed(Topic.SERVERS);
        // Requests carry the access version; counting it up is what makes every node read activation again.
        versions.changed(Topic.ACCESS);
        CatalogLog.LOG.activation(server, active ? "active" : "inactive");
    }
}
