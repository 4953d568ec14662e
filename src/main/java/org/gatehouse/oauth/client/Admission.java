package org.gatehouse.oauth.client;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.gatehouse.identity.Caller;
import org.gatehouse.identity.User;
import org.gatehouse.identity.Users;
import org.gatehouse.permission.PermissionEngine;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;

/** Decides whether a person may use a client at all. Asked after sign-in, for every token, and for every request that brings one. */
@Singleton
public class Admission {
    private final Users users;
    private final Clients clients;
    private final PermissionEngine permissions;
    private final ConfigurationVersions versions;

    @Inject
    public Admission(Users users, Clients clients, PermissionEngine permissions, ConfigurationVersions versions) {
        this.users = users;
        this.clients = clients;
        this.permissions = permissions;
        this.versions = versions;
    }

    /** The person, if active and permitted by the client's app policy, and if the client is enabled. */
    public Optional<User> admit(String userId, RegisteredClient client) {
        long version = versions.current(Topic.ACCESS);
        return users.findActive(userId).filter(user -> permits(client, user.id(), version));
    }

    /** Whether the client's app policy, as of the caller's version of the configuration, permits the caller. Reads memory only. */
    public boolean admits(Caller caller) {
        return clients.find(caller.clientId(), caller.accessVersion())
                .filter(client -> permits(client, caller.userId(), caller.accessVersion()))
                .isPresent();
    }

    private boolean permits(RegisteredClient client, String userId, long version) {
        return client.enabled() && client.policy().permits(permissions.access(userId, version).permissionSetIds());
    }
}
