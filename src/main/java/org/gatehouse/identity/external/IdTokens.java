package org.gatehouse.identity.external;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells good ID tokens from others (OpenID Connect Core 1.0 section 3.1.3.7). Signature, issuer, time and nonce are checked by the library. */
final class IdTokens {
    /** Signatures by the provider's published keys only: with {@code none} and the HMACs, whoever knows the client secret could sign. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private static final int CLOCK_SKEW_SECONDS = 60;
    private static final int LONGEST_SUBJECT = 255;

    private IdTokens() {}

    /** What the token says, if it is this provider's answer to this transaction. */
    static IDTokenClaimsSet require(JWT token, ExternalProvider provider, ProviderEndpoints endpoints, ExternalTransaction transaction)
            throws ExternalRefusal {
        IDTokenClaimsSet claims = validate(token, provider, endpoints, transaction);
        // "The ID Token MUST be rejected if [...] it contains additional audiences not trusted by the Client": none is.
        boolean only = claims.getAudience().size() == 1;
        // Asked of every token with azp: the library compares it only where there are several audiences.
        AuthorizedParty party = claims.getAuthorizedParty();
        boolean ours = party == null || party.getValue().equals(provider.clientId().getValue());
        // Section 2: "MUST NOT exceed 255 ASCII characters".
        boolean named = claims.getSubject().getValue().length() <= LONGEST_SUBJECT;
        if (!only || !ours || !named) {
            throw new ExternalRefusal(ExternalReason.ID_TOKEN_INVALID);
        }
        if (transaction.fresh() && !signedInSince(claims.getAuthenticationTime(), transaction.startedAt())) {
            throw new ExternalRefusal(ExternalReason.NOT_FRESH);
        }
        return claims;
    }

    private static IDTokenClaimsSet validate(
            JWT token, ExternalProvider provider, ProviderEndpoints endpoints, ExternalTransaction transaction) throws ExternalRefusal {
        var keys = new JWSVerificationKeySelector<>(ALGORITHMS, endpoints.keys());
        var validator = new IDTokenValidator(provider.issuer(), provider.clientId(), keys, null);
        validator.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        try {
            return validator.validate(token, new Nonce(transaction.nonce()));
        } catch (BadJOSEException | JOSEException e) {
            throw new ExternalRefusal(ExternalReason.ID_TOKEN_INVALID, e);
        }
    }

    @SuppressWarnings("JavaUtilDate") // the library's type
    private static boolean signedInSince(@Nullable Date authenticated, Instant start) {
        return authenticated != null && authenticated.toInstant().isAfter(start.minus(Duration.ofSeconds(CLOCK_SKEW_SECONDS)));
    }
}
