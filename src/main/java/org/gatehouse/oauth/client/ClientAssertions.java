package org.gatehouse.oauth.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.platform.configuration.Deployment;

/** Checks the signed assertions by which clients prove themselves (RFC 7523 section 3, OpenID Connect Core section 9). */
@Singleton
public class ClientAssertions {
    /** Signatures by a key that only the client has. An HMAC would need a secret that this server knows too, and {@code none} is nothing. */
    public static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    /** What nobody says is a JWT; RFC 7523bis gives it a type of its own, so that no other JWT can be taken for it. */
    private static final DefaultJOSEObjectTypeVerifier<SecurityContext> TYPES =
            new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("client-authentication+jwt"), null);

    private final KeySets remote;
    private final UsedAssertions used;
    private final Set<String> audience;
    private final InstantSource clock;

    @Inject
    public ClientAssertions(KeySets remote, UsedAssertions used, Deployment deployment, InstantSource clock) {
        this.remote = remote;
        this.used = used;
        this.audience = Set.of(deployment.publicUrl(), deployment.url("/oauth2/token"));
        this.clock = clock;
    }

    /** Whether this assertion is the client's own, made for this server just now, and used for the first time. */
    boolean prove(RegisteredClient client, SignedJWT assertion) {
        try {
            JWTClaimsSet claims = processor(client).process(assertion, null);
            return used.use(client.id(), claims.getJWTID(), claims.getExpirationTime().toInstant());
        } catch (BadJOSEException | JOSEException | ParseException e) {
            return false;
        }
    }

    private DefaultJWTProcessor<SecurityContext> processor(RegisteredClient client) throws ParseException {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(TYPES);
        // Keys come from the registration only, never from the assertion's own header.
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys(client.proof()))));
        processor.setJWTClaimsSetVerifier(new AssertionClaims(client.id(), audience, clock));
        return processor;
    }

    private JWKSet keys(ClientProof proof) throws ParseException {
        Optional<String> here = proof.jwks();
        return here.isPresent() ? JWKSet.parse(here.get()) : proof.jwksUri().map(remote::at).orElseGet(JWKSet::new);
    }
}
