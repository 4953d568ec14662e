package org.gatehouse.oauth.grant;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.gatehouse.identity.AccountLocks;
import org.gatehouse.identity.User;
import org.gatehouse.identity.Users;
import org.gatehouse.oauth.client.Admission;
import org.gatehouse.oauth.client.IpRelaxation.Occasion;
import org.gatehouse.oauth.client.Refusal;
import org.gatehouse.oauth.client.RegisteredClient;
import org.gatehouse.oauth.client.Visit;
import org.gatehouse.oauth.token.ResourceIndicators;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.network.ClientAddress;

/**
 * Whether a person may connect, or stay connected, through a client to a server. Decided anew for every code and every token, because people,
 * policies and servers can have changed since.
 */
@Singleton
public class Entitlement {
    private final Users users;
    private final AccountLocks locks;
    private final Freezes freezes;
    private final Admission admission;
    private final ResourceIndicators resources;
    private final ConfigurationVersions versions;

    @Inject
    Entitlement(
            Users users, AccountLocks locks, Freezes freezes, Admission admission, ResourceIndicators resources, ConfigurationVersions versions) {
        this.users = users;
        this.locks = locks;
        this.freezes = freezes;
        this.admission = admission;
        this.resources = resources;
        this.versions = versions;
    }

    /** The person, if they may use the client at the resource under these circumstances. */
    Optional<User> admit(String userId, String clientId, String resource, Visit visit) {
        Optional<User> user = users.findActive(userId);
        Optional<Refusal> refusal = refusal(user, userId, clientId, resource, visit);
        refusal.ifPresent(why -> GrantLog.LOG.notAdmitted(userId, clientId, why, visit.address()));
        return refusal.isEmpty() ? user : Optional.empty();
    }

    /** Why the person may not use the client at the resource under these circumstances; empty if they may. Nothing is logged. */
    public Optional<Refusal> refusal(String userId, String clientId, String resource, Visit visit) {
        return refusal(users.findActive(userId), userId, clientId, resource, visit);
    }

    private Optional<Refusal> refusal(Optional<User> active, String userId, String clientId, String resource, Visit visit) {
        if (active.isEmpty()) {
            return Optional.of(Refusal.PERSON_INACTIVE);
        }
        // Somebody is guessing at the account; until that is over, it gets nothing new.
        if (locks.locked(userId)) {
            return Optional.of(Refusal.ACCOUNT_LOCKED);
        }
        // A new connection in the place of a frozen one would be the way around it.
        return freezes.frozen(userId, clientId, resource)
                ? Optional.of(Refusal.CONNECTION_FROZEN)
                : admission.refusal(userId, clientId, resources.mcpServer(resource), visit, versions.current(Topic.ACCESS));
    }

    /** The person, if the connection may still have tokens. */
    Optional<User> entitled(Grant grant, RegisteredClient client, ClientAddress address) {
        boolean stands = !grant.revoked()
                && grant.scopes().stream().allMatch(scope -> scope.coveredBy(client.scopes()))
                && resources.active(grant.resource());
        return stands
                ? admit(grant.userId(), client.id(), grant.resource(), new Visit(Occasion.TOKEN, address, grant.assurance()))
                : Optional.empty();
    }
}
