package org.gatehouse.oauth.grant;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.identity.network.NetworkAccesses;
import org.gatehouse.identity.network.Organization;
import org.gatehouse.oauth.client.AppPolicy;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;

/** Reckons how long tokens are good: the app policy as it is now, under the organisation's limits. */
@Singleton
class Lifetimes {
    private final NetworkAccesses networks;
    private final ConfigurationVersions versions;

    @Inject
    Lifetimes(NetworkAccesses networks, ConfigurationVersions versions) {
        this.networks = networks;
        this.versions = versions;
    }

    /** Whether a refresh token is still worth something. */
    boolean refreshable(Grant grant, AppPolicy policy, Instant issuedAt, Instant now) {
        Optional<Instant> end = policy.refreshTokens().end(grant.createdAt(), issuedAt);
        return policy.refreshTokens().refreshable()
                && end.filter(moment -> !now.isBefore(moment)).isEmpty()
                && connectionEnd(grant, organization()).filter(moment -> !now.isBefore(moment)).isEmpty();
    }

    /** The moment from which an access token made now is worth nothing. */
    Instant accessTokenEnd(Grant grant, AppPolicy policy, Instant now) {
        Organization organization = organization();
        Duration lifetime = policy.accessTokenLifetime();
        Duration most = organization.longestAccessToken();
        Instant end = now.plus(lifetime.compareTo(most) < 0 ? lifetime : most);
        return connectionEnd(grant, organization).filter(limit -> limit.isBefore(end)).orElse(end);
    }

    /** No policy of a client makes a connection last longer than the organisation allows, however often it is refreshed. */
    private static Optional<Instant> connectionEnd(Grant grant, Organization organization) {
        return organization.longestConnection().map(grant.createdAt()::plus);
    }

    private Organization organization() {
        return networks.at(versions.current(Topic.ACCESS)).organization();
    }
}
