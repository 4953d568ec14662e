package org.gatehouse.oauth.client;

import java.util.Set;
import org.gatehouse.oauth.token.OAuthScope;

/**
 * An external client app: one per agent.
 *
 * @param id the {@code client_id}
 * @param label its name for people
 * @param kind how it came to be known
 * @param enabled whether it may be used at all; a blocked client has no connection that works
 * @param proof what it proves itself by
 * @param redirectUris where it may receive codes
 * @param customSchemes whether those may have a scheme of the client's own
 * @param scopes what it may ask for
 * @param servers which servers and tools it may reach
 * @param policy what the administrator demands of its connections
 */
public record RegisteredClient(
        String id,
        String label,
        ClientKind kind,
        boolean enabled,
        ClientProof proof,
        Set<String> redirectUris,
        boolean customSchemes,
        Set<OAuthScope> scopes,
        ServerAccess servers,
        AppPolicy policy) {
    public RegisteredClient {
        redirectUris = Set.copyOf(redirectUris);
        scopes = Set.copyOf(scopes);
    }

    /** Whether codes for this client may be sent there. */
    public boolean redirectsTo(String uri) {
        return redirectUris.stream().anyMatch(registered -> RedirectUris.match(registered, uri, customSchemes));
    }

    /** Whether the software cannot keep a secret, so that nothing but the redirect says who it is (RFC 6749 section 2.1). */
    public boolean isPublic() {
        return proof.method() == AuthenticationMethod.NONE;
    }
}
