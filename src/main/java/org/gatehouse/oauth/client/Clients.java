package org.gatehouse.oauth.client;


import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;

/** The registered clients, kept in memory until the access configuration's version moves. */
@Singleton
public class Clients {
    private final Database database;
    private final ConfigurationVersions versions;
    private volatile Snapshot latest = new Snapshot(-1, Map.of());

    @Inject
    public Clients(Database database, ConfigurationVersions versions) {
        this.database = database;
        this.versions = versions;
    }

    /** The client with exactly this id, enabled or not. */
    public Optional<RegisteredClient> find(String clientId) {
        // The version is read before the clients, so that a snapshot is at least as new as the number it carries.
        return find(clientId, versions.current(Topic.ACCESS));
    }

    /** The client with exactly this id as of a version of the access configuration, for callers who have read the version already. */
    public Optional<RegisteredClient> find(String clientId, long accessVersion) {
        return Optional.ofNullable(snapshot(accessVersion).clients().get(clientId));
    }

    /** The client with exactly this id, if it may be used. */
    public Optional<RegisteredClient> findEnabled(String clientId) {
        return find(clientId).filter(RegisteredClient::enabled);
    }

    private Snapshot snapshot(long version) {
        Snapshot present = latest;
        if (present.version() == version) {
            return present;
        }
        Snapshot loaded = new Snapshot(version, ClientTables.load(database.sql()));
        latest = loaded;
        return loaded;
    }

    private record Snapshot(long version, Map<String, RegisteredClient> clients) {}
}
