package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatehouse.catalog.ServerAdministration;
import org.gatehouse.oauth.client.AppPolicy;
import org.gatehouse.oauth.client.ClientAdministration;
import org.gatehouse.oauth.client.ClientPreset;
import org.gatehouse.oauth.client.ClientSettings;
import org.gatehouse.oauth.grant.ConnectionService;
import org.gatehouse.oauth.grant.RevocationTarget;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.permission.grants.GrantService;
import org.gatehouse.permission.grants.GrantSettings.PermissionSet;

/** One external client app: its settings and policy, its secret, and its being blocked. */
@Named
@ViewScoped
public class SetupAppPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final SystemPermission NEEDED = SystemPermission.CUSTOMIZE_APPLICATION;

    @Inject
    transient SetupDoor setup;

    @EJB
    transient ClientAdministration clients;

    @EJB
    transient ConnectionService connections;

    @EJB
    transient GrantService grants;

    @EJB
    transient ServerAdministration servers;

    private ClientForm form = new ClientForm();
    private boolean enabled = true;
    private List<String> warnings = List.of();
    private List<String> profiles = List.of();
    private List<String> permissionSets = List.of();
    private List<String> serverNames = List.of();

    /** Before the page is shown: reads the client once, so that a form that is sent again keeps what was typed. */
    public void show() {
        setup.show(NEEDED, () -> {
            if (!FacesContext.getCurrentInstance().isPostback()) {
                read();
            }
            return this;
        });
    }

    private void read() {
        String id = SetupDoor.parameter("id");
        Map<String, List<String>> tools = new LinkedHashMap<>();
        servers.all().forEach(server -> tools.put(server.name(), server.tools().stream().map(tool -> tool.name()).toList()));
        if (id.isEmpty()) {
            String wanted = SetupDoor.parameter("preset");
            form = ClientPreset.ALL.stream().filter(preset -> preset.name().equals(wanted)).findFirst().map(ClientForm::of).orElseGet(ClientForm::new);
            form.offer(tools, null);
        } else {
            ClientSettings settings = clients.require(id);
            form = ClientForm.of(settings);
            form.offer(tools, settings);
            enabled = Boolean.TRUE.equals(settings.enabled());
            List<String> said = settings.warnings();
            warnings = said == null ? List.of() : List.copyOf(said);
        }
        List<PermissionSet> sets = grants.sets();
        profiles = sets.stream().flatMap(set -> Stream.ofNullable(set.profile())).toList();
        permissionSets = sets.stream().filter(set -> set.profile() == null && !set.muting()).map(PermissionSet::name).toList();
        serverNames = List.copyOf(tools.keySet());
    }

    /** Makes the client, or changes it at the version that the page was made of. */
    public void save() {
        String id = form.getClientId().strip();
        if (form.isNew()) {
            setup.act(NEEDED, "client.create", id, page(id), () -> clients.create(form.settings(null)));
        } else {
            setup.act(NEEDED, "client.update", id, page(id), () -> clients.update(id, form.settings(clients.require(id))));
        }
    }

    /** Blocks the client and ends its connections. */
    public void block() {
        String id = form.getClientId();
        setup.act(NEEDED, "client.block", id, page(id), () -> {
            clients.block(id);
            return connections.endAll(new RevocationTarget.OfClient(id), setup.getUsername());
        });
    }

    /** Lets it be used again. */
    public void unblock() {
        String id = form.getClientId();
        setup.act(NEEDED, "client.unblock", id, page(id), () -> {
            clients.unblock(id);
            return id;
        });
    }

    /** Makes a new secret, which this page shows once; the one before stays good for a day. */
    public void rotateSecret() {
        String id = form.getClientId();
        setup.perform(NEEDED, "client.secret", id, () -> clients.rotateSecret(id, Duration.ofDays(1))).ifPresent(SetupDoor::showOnce);
    }

    private static String page(String id) {
        return "/setup/app?id=" + SetupDoor.encoded(id);
    }

    public ClientForm getForm() {
        return form;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public List<String> getWarnings() {
        return warnings;
    }

    /** The secret that was just made. It is gone with the next page. */
    public String getSecret() {
        return SetupDoor.shownOnce();
    }

    public boolean isSecretKept() {
        return form.getAuthenticationMethod().startsWith("client_secret");
    }

    public List<String> getProfiles() {
        return profiles;
    }

    public List<String> getPermissionSets() {
        return permissionSets;
    }

    public List<String> getServerNames() {
        return serverNames;
    }

    public List<String> getScopes() {
        return List.of("mcp_api", "mcp_api.read", "mcp_api.write", "mcp_api.delete", "api", "refresh_token");
    }

    public List<Integer> getTokenMinutes() {
        return AppPolicy.ACCESS_TOKEN_MINUTES.stream().sorted().toList();
    }
}
