package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.catalog.ServerAdministration;
import org.gatehouse.catalog.ServerSettings;
import org.gatehouse.catalog.approval.ApprovalPolicy;
import org.gatehouse.catalog.approval.ApprovalPolicy.Scope;
import org.gatehouse.catalog.custom.CustomServer;
import org.gatehouse.catalog.custom.CustomServerService;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.platform.problem.Violations;

/** The MCP servers with their tools, to be activated and deactivated. */
@Named
@RequestScoped
public class SetupServersPage {
    private static final Map<Scope, String> SCOPES = new EnumMap<>(Map.of(
            Scope.NAMED, "no kind of tool", Scope.DESTRUCTIVE, "destructive tools", Scope.CHANGES, "every tool that changes something"));

    @Inject
    SetupDoor setup;

    @EJB
    ServerAdministration servers;

    @EJB
    CustomServerService customServers;

    private List<ServerSettings> all = List.of();
    private List<CustomServer> custom = List.of();

    /** Before the page is shown. A button carries the name of its server. */
    public void show() {
        if (FacesContext.getCurrentInstance().isPostback()) {
            act("activate", true);
            act("deactivate", false);
            requireApprovals(SetupDoor.parameter("approvals"));
        }
        setup.show(SystemPermission.CUSTOMIZE_APPLICATION, () -> {
            all = servers.all();
            custom = customServers.all();
            return this;
        });
    }

    private void act(String button, boolean active) {
        String name = SetupDoor.parameter(button);
        if (!name.isEmpty()) {
            setup.act(SystemPermission.CUSTOMIZE_APPLICATION, "server." + button, name, "/setup/servers", () -> servers.setActive(name, active));
        }
    }

    /** Tools that were named over HTTP stay named. */
    private void requireApprovals(String name) {
        if (!name.isEmpty()) {
            setup.act(SystemPermission.CUSTOMIZE_APPLICATION, "server.approvals.change", name, "/setup/servers", () -> servers.requireApprovals(
                    name, new ApprovalPolicy(scope(SetupDoor.parameter("scope-" + name)), servers.approvals(name).tools())));
        }
    }

    private static Scope scope(String name) {
        return SCOPES.keySet().stream().filter(scope -> scope.name().equals(name)).findFirst().orElseThrow(
                () -> Violations.one("/scope", "choose what people approve"));
    }

    /** What people may have to approve, in words; tools that were named over HTTP come on top. */
    public List<Map.Entry<Scope, String>> getScopes() {
        return List.copyOf(SCOPES.entrySet());
    }

    public List<ServerSettings> getAll() {
        return all;
    }

    /** The servers that administrators made, published or not. */
    public List<CustomServer> getCustom() {
        return custom;
    }
}
