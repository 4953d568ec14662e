package org.gatehouse.oauth.client;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.gatehouse.identity.User;
import org.gatehouse.identity.Users;

/** Decides whether a person may use a client at all. Asked after sign-in and again for every token. */
@Singleton
public class Admission {
    private final Users users;
    private final UserPermissionSets permissionSets;

    @Inject
    public Admission(Users users, UserPermissionSets permissionSets) {
        this.users = users;
        this.permissionSets = permissionSets;
    }

    /** The person, if active and permitted by the client's app policy, and if the client is enabled. */
    public Optional<User> admit(String userId, RegisteredClient client) {
        return users.findActive(userId)
                .filter(user -> client.enabled() && client.policy().permits(permissionSets.heldBy(user.id())));
    }
}
