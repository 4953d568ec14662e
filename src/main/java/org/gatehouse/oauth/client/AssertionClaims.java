package org.gatehouse.oauth.client;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a client's assertion has to say (RFC 7523 section 3). */
final class AssertionClaims extends DefaultJWTClaimsVerifier<SecurityContext> {
    private static final int CLOCK_SKEW_SECONDS = 30;

    /** An assertion is made for one request. A longer life would only keep what was stolen good, and its id in the database. */
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);

    private static final int LONGEST_ID = 200;

    private final InstantSource clock;

    /** Points 1 to 4 and 7: issuer and subject are the client, the audience is this server, and there are an expiry and an id. */
    AssertionClaims(String clientId, Set<String> audience, InstantSource clock) {
        super(audience, new JWTClaimsSet.Builder().issuer(clientId).subject(clientId).build(), Set.of("aud", "exp", "jti"), null);
        this.clock = clock;
        setMaxClockSkew(CLOCK_SKEW_SECONDS);
    }

    @Override
    public void verify(JWTClaimsSet claims, @Nullable SecurityContext context) throws BadJWTException {
        super.verify(claims, context);
        // One audience: what was made for two servers could be carried from one to the other.
        if (claims.getAudience().size() != 1) {
            throw new BadJWTException("The assertion is for more than one server.");
        }
        Instant latest = clock.instant().plus(LONGEST_LIFE).plusSeconds(CLOCK_SKEW_SECONDS);
        if (claims.getExpirationTime().toInstant().isAfter(latest)) {
            throw new BadJWTException("The assertion lives too long.");
        }
        if (claims.getJWTID().isEmpty() || claims.getJWTID().length() > LONGEST_ID) {
            throw new BadJWTException("The assertion has no proper id.");
        }
    }

    @Override
    protected Date currentTime() {
        return Date.from(clock.instant());
    }
}
