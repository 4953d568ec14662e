package org.gatehouse.oauth.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.UUID;
import org.gatehouse.platform.configuration.Deployment;

/** Makes access tokens: JWTs as RFC 9068 profiles them. */
@Singleton
public class AccessTokens {
    /** RFC 9068 section 2.1: a media type of its own, so that no other JWT of this issuer passes for an access token. */
    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    /** No token lives longer, whatever a policy says: a retired signing key is kept for just this long. */
    static final Duration LONGEST_LIFETIME = Duration.ofHours(12);

    static final String GRANT = "grant_id";
    static final String USERNAME = "username";
    static final String CLIENT = "client_id";
    static final String SCOPE = "scope";

    private final SigningKeys keys;
    private final String issuer;
    private final InstantSource clock;

    @Inject
    public AccessTokens(SigningKeys keys, Deployment deployment, InstantSource clock) {
        this.keys = keys;
        this.issuer = deployment.publicUrl();
        this.clock = clock;
    }

    /** A signed token that says this. */
    public String issue(AccessTokenClaims claims) {
        RSAKey key = keys.current();
        Instant now = clock.instant();
        Instant end = now.plus(LONGEST_LIFETIME);
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(TYPE).keyID(key.getKeyID()).build();
        // RFC 9068 section 2.2 names the claims; one audience only, so that a token opens one server only (RFC 8707 section 2).
        JWTClaimsSet set = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(claims.userId())
                .audience(claims.resource())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(claims.expiresAt().isAfter(end) ? end : claims.expiresAt()))
                .jwtID(UUID.randomUUID().toString())
                .claim(CLIENT, claims.clientId())
                .claim(SCOPE, String.join(" ", claims.scopes().stream().sorted().toList()))
                .claim(GRANT, claims.grantId())
                .claim(USERNAME, claims.username())
                .build();
        try {
            SignedJWT token = new SignedJWT(header, set);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("The access token could not be signed.", e);
        }
    }
}
