package org.gatehouse.catalog;

import static org.gatehouse.platform.database.schema.Tables.MCP_SERVER;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.catalog.approval.ApprovalPolicies;
import org.gatehouse.catalog.approval.ApprovalPolicy;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;

/**
 * Which servers are active and what each offers, kept in memory and read again when the access version has moved on. Changes of activation,
 * publications and changes of what needs approval count the access version up, and every request carries it, so no node serves a deactivated server after the request that
 * follows the change.
 */
@Singleton
class ActiveServers {
    private final Database database;
    private final ConfigurationVersions versions;
    private final Servers servers;
    private final ApprovalPolicies policies;
    private volatile Snapshot snapshot = new Snapshot(Long.MIN_VALUE, Map.of());

    @Inject
    ActiveServers(Database database, ConfigurationVersions versions, Servers servers, ApprovalPolicies policies) {
        this.database = database;
        this.versions = versions;
        this.servers = servers;
        this.policies = policies;
    }

    /** The active server of this name, at this access version or a later one. */
    Optional<ActiveServer> find(String name, long accessVersion) {
        return Optional.ofNullable(at(accessVersion).get(name));
    }

    /** The active servers now, those of Gatehouse first. */
    Collection<ActiveServer> now() {
        return at(versions.current(Topic.ACCESS)).values();
    }

    /** Whether the server of this name is active now. */
    boolean isActive(String name) {
        return at(versions.current(Topic.ACCESS)).containsKey(name);
    }

    private Map<String, ActiveServer> at(long accessVersion) {
        Snapshot known = snapshot;
        if (known.accessVersion() < accessVersion) {
            // The version was read before these rows, so the rows are at least as new as the number they are kept under.
            known = new Snapshot(accessVersion, read());
            snapshot = known;
        }
        return known.active();
    }

    private Map<String, ActiveServer> read() {
        Set<String> names =
                new HashSet<>(database.sql().select(MCP_SERVER.NAME).from(MCP_SERVER).where(MCP_SERVER.ACTIVE).fetch(MCP_SERVER.NAME));
        Map<String, ApprovalPolicy> approvals = policies.all();
        Map<String, ActiveServer> active = new LinkedHashMap<>();
        servers.all().stream().filter(server -> names.contains(server.name())).forEach(server -> active.put(
                server.name(), new ActiveServer(server, approvals.getOrDefault(server.name(), ApprovalPolicy.DEFAULT))));
        return Collections.unmodifiableMap(active);
    }

    /** A server that callers reach, and which of its tools need their approval. */
    record ActiveServer(ServerDefinition definition, ApprovalPolicy approvals) {}

    private record Snapshot(long accessVersion, Map<String, ActiveServer> active) {}
}
