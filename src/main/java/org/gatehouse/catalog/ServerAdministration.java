package org.gatehouse.catalog;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.SetupTrail;
import org.gatehouse.catalog.approval.ApprovalPolicies;
import org.gatehouse.catalog.approval.ApprovalPolicy;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.problem.Violations;

/** Lists the MCP servers and switches them, each call in one transaction. Who may do so is for the caller to have decided. */
@Stateless
public class ServerAdministration {
    @Inject
    ActiveServers activeServers;

    @Inject
    Servers servers;

    @Inject
    Tools tools;

    @Inject
    ApprovalPolicies policies;

    @Inject
    ConfigurationVersions versions;

    @Inject
    SetupTrail trail;

    @EJB
    ServerActivation activation;

    /** All servers that can be active: those of Gatehouse, then the published ones by name. */
    public List<ServerSettings> all() {
        Set<String> active = activeServers.now().stream().map(server -> server.definition().name()).collect(Collectors.toUnmodifiableSet());
        Map<String, ApprovalPolicy> approvals = policies.all();
        return servers.all().stream()
                .map(server -> ServerSettings.of(server, active.contains(server.name()), approvals.getOrDefault(server.name(), ApprovalPolicy.DEFAULT)))
                .toList();
    }

    /** Switches a server on or off; not found if there is none. */
    public ServerSettings setActive(String name, boolean active) {
        if (active) {
            activation.activate(name);
        } else {
            activation.deactivate(name);
        }
        return ServerSettings.of(require(name), active, policies.of(name));
    }

    /** Which tools of a server need the person's approval. */
    public ApprovalPolicy approvals(String name) {
        return policies.of(require(name).name());
    }

    /** Changes which tools of a server need the person's approval, for the next request on every node. */
    public ApprovalPolicy requireApprovals(String name, ApprovalPolicy policy) {
        ServerDefinition server = require(name);
        Violations violations = new Violations();
        policy.tools().stream()
                .filter(tool -> server.tools().stream().noneMatch(offered -> offered.definition().name().equals(tool)))
                .sorted()
                .forEach(tool -> violations.add("/tools", "the server has no tool '" + tool + "'"));
        violations.refuse();
        return trail.change(EventType.SETUP_AUDIT_TRAIL, "server.approvals.change", name, () -> policies.of(name), () -> {
            policies.save(name, policy);
            versions.changed(Topic.ACCESS);
            return policy;
        });
    }

    private ServerDefinition require(String name) {
        return servers.find(name).orElseThrow(() -> ServerCatalog.noSuchServer(name));
    }

    /** Whether there is a server of this name, active or not. */
    public boolean exists(String name) {
        return servers.find(name).isPresent();
    }

    /** The tools that custom servers can offer, and where each comes from. */
    public List<Tools.Available> tools() {
        return tools.available();
    }
}
