package org.gatehouse.oauth.registration;

import java.util.Optional;
import java.util.Set;
import org.gatehouse.oauth.client.AuthenticationMethod;

/**
 * What a client says of itself, as far as it is taken over.
 *
 * @param name its name for people, cleaned; whoever writes it may lie, so the redirect's host is shown beside it
 * @param method how it proves itself
 * @param redirectUris where it receives codes
 * @param jwks its public keys
 * @param jwksUri where its public keys are
 * @param logoUri text only: nothing here ever fetches it
 * @param scopes what it asks to be allowed; empty if it does not say
 */
record ClientDescription(
        String name,
        AuthenticationMethod method,
        Set<String> redirectUris,
        Optional<String> jwks,
        Optional<String> jwksUri,
        Optional<String> logoUri,
        Set<String> scopes) {
    ClientDescription {
        redirectUris = Set.copyOf(redirectUris);
        scopes = Set.copyOf(scopes);
    }
}
