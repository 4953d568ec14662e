package org.gatehouse.permission;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.identity.LoginReason;
import org.gatehouse.identity.SignInPolicy;
import org.gatehouse.identity.User;
import org.gatehouse.identity.network.LoginPolicy;
import org.gatehouse.identity.network.NetworkAccess;
import org.gatehouse.identity.network.NetworkAccesses;
import org.gatehouse.identity.totp.SecondFactors;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.network.AddressRanges;
import org.gatehouse.platform.network.ClientAddress;

/**
 * Lets people sign in only from the login ranges and within the login hours of their profile; and from outside the organisation's trusted
 * ranges only if they have a second factor to prove themselves by. It stands here and not beside its settings because a person's profile is
 * known by their permissions.
 */
@Singleton
class ProfileLoginPolicy implements SignInPolicy {
    private final PermissionEngine permissions;
    private final NetworkAccesses networks;
    private final SecondFactors secondFactors;
    private final ConfigurationVersions versions;

    @Inject
    ProfileLoginPolicy(PermissionEngine permissions, NetworkAccesses networks, SecondFactors secondFactors, ConfigurationVersions versions) {
        this.permissions = permissions;
        this.networks = networks;
        this.secondFactors = secondFactors;
        this.versions = versions;
    }

    @Override
    public Optional<LoginReason> refuses(User user, String clientAddress, Instant now) {
        long version = versions.current(Topic.ACCESS);
        NetworkAccess network = networks.at(version);
        LoginPolicy policy = network.of(permissions.access(user.id(), version).permissionSetIds());
        ClientAddress address = ClientAddress.parse(clientAddress).orElse(ClientAddress.UNKNOWN);
        if (outside(policy.ranges(), address)) {
            return Optional.of(LoginReason.OUTSIDE_LOGIN_RANGE);
        }
        if (!policy.hours().include(now, network.organization().timeZone())) {
            return Optional.of(LoginReason.OUTSIDE_LOGIN_HOURS);
        }
        // Whoever has a second factor is asked for it anyway.
        return outside(network.organization().trustedRanges(), address) && !secondFactors.enrolled(user.id())
                ? Optional.of(LoginReason.OUTSIDE_TRUSTED_RANGE)
                : Optional.empty();
    }

    private static boolean outside(AddressRanges ranges, ClientAddress address) {
        return !ranges.isEmpty() && !ranges.contains(address);
    }
}
