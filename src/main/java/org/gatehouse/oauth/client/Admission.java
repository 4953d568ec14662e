package org.gatehouse.oauth.client;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.identity.network.LoginPolicy;
import org.gatehouse.identity.network.NetworkAccess;
import org.gatehouse.identity.network.NetworkAccesses;
import org.gatehouse.permission.PermissionEngine;

/**
 * Decides whether a person may use a client at all: the one place where app policy, login policy and the client's servers come together. Asked
 * after sign-in, for every token, and for every request that brings one. Reads memory only.
 */
@Singleton
public class Admission {
    private final Clients clients;
    private final PermissionEngine permissions;
    private final NetworkAccesses networks;
    private final InstantSource clock;

    @Inject
    public Admission(Clients clients, PermissionEngine permissions, NetworkAccesses networks, InstantSource clock) {
        this.clients = clients;
        this.permissions = permissions;
        this.networks = networks;
        this.clock = clock;
    }

    /**
     * Why the person may not use the client now; empty if they may.
     *
     * @param userId an active person
     * @param server the name of the MCP server that is wanted, for example {@code platform/object-reads}; empty for what is no MCP server
     * @param version the version of the access configuration that decides
     */
    public Optional<Refusal> refusal(String userId, String clientId, Optional<String> server, Visit visit, long version) {
        Optional<RegisteredClient> client = clients.find(clientId, version);
        if (client.isEmpty()) {
            return Optional.of(Refusal.CLIENT_UNKNOWN);
        }
        if (!client.get().enabled()) {
            return Optional.of(Refusal.CLIENT_DISABLED);
        }
        if (server.filter(name -> !client.get().servers().includes(name)).isPresent()) {
            return Optional.of(Refusal.SERVER_NOT_ALLOWED);
        }
        return refusal(client.get().policy(), permissions.access(userId, version).permissionSetIds(), visit, networks.at(version));
    }

    private Optional<Refusal> refusal(AppPolicy policy, Set<String> permissionSetIds, Visit visit, NetworkAccess network) {
        if (!policy.permittedUsers().include(permissionSetIds)) {
            return Optional.of(Refusal.NOT_PERMITTED);
        }
        boolean ownRanges = !policy.ranges().isEmpty();
        if (ownRanges && !policy.ranges().contains(visit.address())) {
            return Optional.of(Refusal.OUTSIDE_APP_RANGE);
        }
        LoginPolicy login = network.of(permissionSetIds);
        boolean bound = policy.ipRelaxation()
                .bindsTo(visit.occasion(), visit.assurance(), ownRanges, network.organization().rangesOnEachRequest());
        if (bound && !login.ranges().isEmpty() && !login.ranges().contains(visit.address())) {
            return Optional.of(Refusal.OUTSIDE_LOGIN_RANGE);
        }
        if (!login.hours().include(clock.instant(), network.organization().timeZone())) {
            return Optional.of(Refusal.OUTSIDE_LOGIN_HOURS);
        }
        boolean sure = visit.assurance().satisfies(policy.requiredAssurance()) && visit.assurance().satisfies(login.requiredAssurance());
        return sure ? Optional.empty() : Optional.of(Refusal.ASSURANCE_TOO_LOW);
    }
}
