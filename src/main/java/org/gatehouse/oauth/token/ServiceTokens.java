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
import org.gatehouse.identity.Caller;
import org.gatehouse.platform.configuration.Deployment;

/**
 * Makes the tokens by which a service that a tool calls learns who the caller is. MCP, authorization, access token privilege restriction: a server that calls
 * another must not pass on the token that it got; so each call gets one for that service, for a minute.
 */
@Singleton
public class ServiceTokens {
    /**
     * Not {@code at+jwt}: Gatehouse takes tokens of that type only (RFC 8725 section 3.11), so this one never opens a door here. {@code JWT} is what MicroProfile JWT
     * names and what other resource servers take without settings.
     */
    static final JOSEObjectType TYPE = JOSEObjectType.JWT;

    private static final Duration LIFETIME = Duration.ofSeconds(60);

    private final SigningKeys keys;
    private final String issuer;
    private final InstantSource clock;

    @Inject
    public ServiceTokens(SigningKeys keys, Deployment deployment, InstantSource clock) {
        this.keys = keys;
        this.issuer = deployment.publicUrl();
        this.clock = clock;
    }

    /**
     * A signed token for one call.
     *
     * @param caller whom it names
     * @param audience the one service that may take it
     * @param scope what the call needs
     */
    public String issue(Caller caller, String audience, String scope) {
        RSAKey key = keys.current();
        Instant now = clock.instant();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(TYPE).keyID(key.getKeyID()).build();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(caller.userId())
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .jwtID(UUID.randomUUID().toString())
                .claim("preferred_username", caller.username())
                .claim(AccessTokens.CLIENT, caller.clientId())
                .claim(AccessTokens.SCOPE, scope)
                .build();
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("The token for a service could not be signed.", e);
        }
    }
}
