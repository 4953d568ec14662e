package org.gatehouse.oauth.client;

import java.util.Optional;
import java.util.Set;
import org.gatehouse.oauth.token.OAuthScope;

/**
 * An external client app that the administrator registered: one per agent.
 *
 * @param id the {@code client_id}
 * @param label its name for people
 * @param enabled whether it may be used at all
 * @param secretHash the SHA-256 hash of its secret; empty for a public client (RFC 6749 section 2.1)
 * @param redirectUris where it may receive codes
 * @param scopes what it may ask for
 * @param policy what the administrator demands of its connections
 */
public record RegisteredClient(
        String id,
        String label,
        boolean enabled,
        Optional<String> secretHash,
        Set<String> redirectUris,
        Set<OAuthScope> scopes,
        AppPolicy policy) {
    public RegisteredClient {
        redirectUris = Set.copyOf(redirectUris);
        scopes = Set.copyOf(scopes);
    }

    /** Whether codes for this client may be sent there. */
    public boolean redirectsTo(String uri) {
        return redirectUris.stream().anyMatch(registered -> RedirectUris.match(registered, uri));
    }
}
