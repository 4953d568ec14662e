package org.gatehouse.oauth.token;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * An access token of ours whose signature, issuer and time were right when it was checked.
 *
 * @param principal the token as MicroProfile JWT gives it to the application
 * @param claims what it says
 * @param keyId the signing key that it was checked with
 */
public record VerifiedToken(JsonWebToken principal, AccessTokenClaims claims, String keyId) {

    /** Empty if a claim that our tokens have is missing or of another type, or if it names more than one audience. */
    static Optional<VerifiedToken> of(JsonWebToken token, String keyId) {
        Set<String> audience = token.getAudience();
        String user = text(token, "sub");
        String username = text(token, AccessTokens.USERNAME);
        String client = text(token, AccessTokens.CLIENT);
        String grant = text(token, AccessTokens.GRANT);
        String scope = text(token, AccessTokens.SCOPE);
        if (audience == null || audience.size() != 1 || user == null || username == null || client == null || grant == null || scope == null) {
            return Optional.empty();
        }
        // RFC 7519 section 2: a NumericDate may have a fraction; ours are whole seconds, and what does not fit in them is not ours.
        if (!(token.getClaim("exp") instanceof Long end) || !(token.getClaim("iat") instanceof Long)) {
            return Optional.empty();
        }
        Set<String> scopes = scope.isEmpty() ? Set.of() : Set.of(scope.split(" "));
        return Optional.of(new VerifiedToken(
                token, new AccessTokenClaims(user, username, client, grant, audience.iterator().next(), scopes, Instant.ofEpochSecond(end)),
                keyId));
    }

    private static @Nullable String text(JsonWebToken token, String claim) {
        return token.getClaim(claim) instanceof String text ? text : null;
    }
}
