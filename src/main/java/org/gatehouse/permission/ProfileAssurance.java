package org.gatehouse.permission;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.gatehouse.identity.Assurance;
import org.gatehouse.identity.SignedInUser;
import org.gatehouse.identity.network.NetworkAccesses;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;

/**
 * How surely people must be recognised because of the profile they have. Asked where a person signs in for more than their own settings; for
 * tokens and requests the app's admission asks the same rule.
 */
@Singleton
public class ProfileAssurance {
    private final PermissionEngine permissions;
    private final NetworkAccesses networks;
    private final ConfigurationVersions versions;

    @Inject
    public ProfileAssurance(PermissionEngine permissions, NetworkAccesses networks, ConfigurationVersions versions) {
        this.permissions = permissions;
        this.networks = networks;
        this.versions = versions;
    }

    /** Whether a sign-in is sure enough for the profile of its person. */
    public boolean accepts(SignedInUser signedIn) {
        long version = versions.current(Topic.ACCESS);
        Assurance required = networks.at(version).of(permissions.access(signedIn.userId(), version).permissionSetIds()).requiredAssurance();
        return signedIn.assurance().satisfies(required);
    }
}
