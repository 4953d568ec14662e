package org.gatehouse.setup;

import jakarta.ejb.EJB;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gatehouse.audit.alert.AlertService;
import org.gatehouse.catalog.ServerAdministration;
import org.gatehouse.catalog.ServerSettings;
import org.gatehouse.catalog.approval.ApprovalPolicy;
import org.gatehouse.catalog.custom.CustomServer;
import org.gatehouse.catalog.custom.CustomServerService;
import org.gatehouse.catalog.custom.ServerDocument;
import org.gatehouse.catalog.limit.LimitService;
import org.gatehouse.identity.network.NetworkAdministration;
import org.gatehouse.identity.network.NetworkSettings.Profile;
import org.gatehouse.metadata.design.ObjectService;
import org.gatehouse.metadata.design.ObjectSettings;
import org.gatehouse.oauth.client.ClientAdministration;
import org.gatehouse.oauth.client.ClientKind;
import org.gatehouse.oauth.client.ClientSettings;
import org.gatehouse.oauth.grant.ConnectionService;
import org.gatehouse.oauth.grant.RevocationTarget;
import org.gatehouse.permission.ceiling.CeilingService;
import org.gatehouse.permission.ceiling.CeilingSettings;
import org.gatehouse.permission.ceiling.CeilingSubject;
import org.gatehouse.permission.grants.GrantService;
import org.gatehouse.permission.sharing.SharingService;
import org.gatehouse.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** The services behind the parts, and for those whose documents are not the service's own records, the way from one to the other. */
@Singleton
class PartServices {
    private static final String CLIENT = "client/";
    private static final String SERVER = "server/";

    @EJB
    SharingService sharing;

    @EJB
    GrantService grants;

    @EJB
    NetworkAdministration network;

    @EJB
    ObjectService objects;

    @EJB
    CustomServerService customServers;

    @EJB
    ServerAdministration servers;

    @EJB
    ClientAdministration clients;

    @EJB
    ConnectionService connections;

    @EJB
    CeilingService ceilings;

    @EJB
    LimitService limits;

    @EJB
    AlertService alerts;

    Map<String, Profile> profileNetworks() {
        Map<String, Profile> all = new TreeMap<>();
        grants.sets().forEach(set -> Optional.ofNullable(set.profile()).ifPresent(profile -> all.put(profile, network.profile(profile))));
        return all;
    }

    Map<String, ObjectDefault> orgWideDefaults() {
        Map<String, ObjectDefault> all = new TreeMap<>();
        objects.all().forEach(object -> all.put(object.name(), new ObjectDefault(object.orgWideDefault(), object.hierarchyAccess())));
        return all;
    }

    void setOrgWideDefault(String name, ObjectDefault wanted) {
        ObjectSettings it = objects.one(name);
        objects.change(name, new ObjectSettings(
                it.name(), it.label(), it.labelPlural(), it.keyPrefix(), it.managed(), it.table(), it.keyColumn(), it.nameField(),
                it.autoNumberFormat(), it.owned(), it.ownerField(), wanted.orgWideDefault(), wanted.hierarchyAccess(), it.parentField(),
                it.writeMode(), it.searchable(), it.description(), it.guidance(), it.fields(), it.unavailable(), it.version()));
    }

    Map<String, Composition> compositions() {
        Map<String, Composition> all = new TreeMap<>();
        customServers.all().forEach(server -> all.put(server.name(), new Composition(server.draft(), published(server))));
        return all;
    }

    /** Whether callers get the draft as it is. */
    private static boolean published(CustomServer server) {
        return server.published() != null && server.differences() != null && server.differences().isEmpty();
    }

    void compose(String name, Composition wanted, SetupAuthor author) {
        Optional<CustomServer> present = customServers.all().stream().filter(it -> it.name().equals(name)).findFirst();
        CustomServer server = present
                .map(it -> it.draft().equals(wanted.document()) ? it : customServers.edit(name, it.version(), wanted.document(), author.username()))
                .orElseGet(() -> customServers.create(name, wanted.document(), author.username()));
        if (wanted.published() && !published(server)) {
            customServers.publish(name, server.version(), author.username());
        } else if (!wanted.published() && published(server)) {
            throw Violations.one("/published", "what was published stays so; deactivate the server instead");
        }
    }

    void deleteComposition(String name) {
        String whole = "custom/" + name;
        if (servers.all().stream().anyMatch(it -> it.name().equals(whole) && it.active())) {
            servers.setActive(whole, false);
        }
        customServers.delete(name, customServers.one(name).version());
    }

    Map<String, ServerSwitch> switches() {
        Map<String, ServerSwitch> all = new TreeMap<>();
        servers.all().forEach(server -> all.put(server.name(), ServerSwitch.of(server)));
        return all;
    }

    void turn(String name, ServerSwitch wanted) {
        ServerSwitch present = switches().get(name);
        if (present == null || !present.approvals().equals(wanted.approvals())) {
            servers.requireApprovals(name, wanted.approvals());
        }
        if (present == null || present.active() != wanted.active()) {
            servers.setActive(name, wanted.active());
        }
    }

    /** Those that an administrator entered. The others describe or register themselves. */
    Map<String, ClientSettings> apps() {
        Map<String, ClientSettings> all = new TreeMap<>();
        clients.all().stream().filter(client -> ClientKind.PRE_REGISTERED.key().equals(client.kind())).forEach(client -> all.put(client.clientId(), client));
        return all;
    }

    void createApp(String id, ClientSettings wanted, SetupAuthor author) {
        clients.create(wanted);
        enable(id, wanted, author);
    }

    void updateApp(String id, ClientSettings wanted, SetupAuthor author) {
        clients.update(id, wanted);
        enable(id, wanted, author);
    }

    private void enable(String id, ClientSettings wanted, SetupAuthor author) {
        boolean enabled = Boolean.TRUE.equals(clients.require(id).enabled());
        if (enabled && Boolean.FALSE.equals(wanted.enabled())) {
            clients.block(id);
            connections.endAll(new RevocationTarget.OfClient(id), author.username());
        } else if (!enabled && !Boolean.FALSE.equals(wanted.enabled())) {
            clients.unblock(id);
        }
    }

    Map<String, CeilingSettings> ceilings() {
        Map<String, CeilingSettings> all = new TreeMap<>();
        clients.all().forEach(client -> ceiling(CLIENT + client.clientId(), all));
        servers.all().forEach(server -> ceiling(SERVER + server.name(), all));
        return all;
    }

    private void ceiling(String name, Map<String, CeilingSettings> all) {
        ceilings.find(subject(name)).ifPresent(ceiling -> all.put(name, ceiling));
    }

    void saveCeiling(String name, CeilingSettings wanted) {
        CeilingSubject subject = subject(name);
        boolean there = switch (subject.kind()) {
            case CLIENT -> clients.all().stream().anyMatch(it -> it.clientId().equals(subject.name()));
            case SERVER -> servers.exists(subject.name());
        };
        if (!there) {
            throw Violations.one("", "there is no " + (subject.kind() == CeilingSubject.Kind.CLIENT ? "client" : "server") + " of this name");
        }
        ceilings.save(subject, wanted);
    }

    /** What a ceiling stands over, of its name in documents: {@code client/ID} or {@code server/NAME}. */
    static CeilingSubject subject(String name) {
        if (name.startsWith(CLIENT)) {
            return new CeilingSubject(CeilingSubject.Kind.CLIENT, name.substring(CLIENT.length()));
        }
        if (name.startsWith(SERVER)) {
            return new CeilingSubject(CeilingSubject.Kind.SERVER, name.substring(SERVER.length()));
        }
        throw Violations.one("", "the name of a ceiling is client/ and the id of a client, or server/ and the name of a server");
    }

    /** Who sees the records of an object beside their owners. */
    record ObjectDefault(@Nullable String orgWideDefault, @Nullable Boolean hierarchyAccess) {}

    /**
     * A server that administrators composed.
     *
     * @param document its draft
     * @param published whether callers get just that
     */
    record Composition(ServerDocument document, boolean published) {}

    /** Whether a server is active, and which of its tools need the person's approval. */
    record ServerSwitch(boolean active, ApprovalPolicy.Scope approvalScope, List<String> approvalTools) {
        // What comes from outside may lack members; a server that nobody gave a policy has this one.
        @SuppressWarnings("ConstantValue")
        ServerSwitch {
            approvalScope = Objects.requireNonNullElse(approvalScope, ApprovalPolicy.DEFAULT.scope());
            approvalTools = Objects.requireNonNullElse(approvalTools, List.<String>of()).stream().sorted().toList();
        }

        static ServerSwitch of(ServerSettings server) {
            return new ServerSwitch(server.active(), server.approvals().scope(), List.copyOf(server.approvals().tools()));
        }

        ApprovalPolicy approvals() {
            return new ApprovalPolicy(approvalScope, Set.copyOf(approvalTools));
        }
    }
}
