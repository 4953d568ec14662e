package org.gatehouse.oauth.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client as an administrator reads and writes it, all of it by names.
 *
 * @param clientId the {@code client_id}
 * @param label its name for people
 * @param kind how it came to be known; read only
 * @param enabled whether it is not blocked; read only here, because blocking ends connections as well
 * @param version counts changes: an update names the version it was made from; null for a new client
 * @param authenticationMethod {@code none}, {@code client_secret_basic}, {@code client_secret_post} or {@code private_key_jwt}
 * @param customSchemes whether redirect URIs may have a scheme of the client's own
 * @param servers the MCP servers it may reach; null for all
 * @param warnings what an administrator should know; read only
 */
public record ClientSettings(
        String clientId,
        String label,
        @Nullable String description,
        @Nullable String contactEmail,
        @Nullable String logoUri,
        @Nullable String kind,
        @Nullable Boolean enabled,
        @Nullable Long version,
        String authenticationMethod,
        @Nullable String jwks,
        @Nullable String jwksUri,
        List<String> redirectUris,
        @Nullable Boolean customSchemes,
        List<String> scopes,
        @Nullable List<Server> servers,
        Policy policy,
        @Nullable List<String> warnings) {

    /**
     * A server that the client may reach.
     *
     * @param name for example {@code platform/object-reads}
     * @param tools the names of the tools it may call there; null for all
     */
    public record Server(String name, @Nullable List<String> tools) {}

    /** A range of addresses, both ends included. */
    public record Range(String first, String last, @Nullable String description) {}

    /**
     * What the administrator demands; the names of values are those of the model system's metadata.
     *
     * @param permittedUsers {@code AllSelfAuthorized} or {@code AdminApprovedPreAuthorized}
     * @param profiles the profiles that are pre-authorized, by API name
     * @param permissionSets the permission sets that are pre-authorized, by API name
     * @param requiredAssurance {@code STANDARD} or {@code HIGH}
     * @param ipRelaxation {@code Enforce}, {@code Enforce_RelaxRefresh}, {@code Bypass_2factor} or {@code Bypass}
     * @param ranges from where the client may be used; empty for everywhere
     * @param accessTokenMinutes one of {@link AppPolicy#ACCESS_TOKEN_MINUTES}
     * @param refreshTokenPolicy {@code Zero}, {@code Infinite}, {@code SpecificInactivity} or {@code SpecificLifetime}
     * @param refreshTokenUnit {@code Hours}, {@code Days} or {@code Months}
     * @param refreshGraceSeconds 0 to 300
     * @param callsPerMinute null for no limit
     * @param callsPerDay null for no limit
     */
    public record Policy(
            String permittedUsers,
            List<String> profiles,
            List<String> permissionSets,
            String requiredAssurance,
            String ipRelaxation,
            List<Range> ranges,
            int accessTokenMinutes,
            String refreshTokenPolicy,
            int refreshTokenAmount,
            String refreshTokenUnit,
            int refreshGraceSeconds,
            @Nullable Integer callsPerMinute,
            @Nullable Integer callsPerDay) {}
}
