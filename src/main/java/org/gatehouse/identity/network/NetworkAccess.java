package org.gatehouse.identity.network;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The organisation's settings and the login policies of all profiles, at one version of the access configuration.
 *
 * @param byPermissionSet the login policies by the permission set that their profile owns
 */
public record NetworkAccess(Organization organization, Map<String, LoginPolicy> byPermissionSet) {
    public NetworkAccess {
        byPermissionSet = Map.copyOf(byPermissionSet);
    }

    /** The login policy of whoever holds these permission sets. One of them is the profile's own. */
    public LoginPolicy of(Set<String> permissionSetIds) {
        return permissionSetIds.stream().map(byPermissionSet::get).filter(Objects::nonNull).findFirst().orElse(LoginPolicy.OPEN);
    }
}
