package org.gatehouse.oauth.token;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.util.Base64URL;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.PublicKey;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.gatehouse.platform.configuration.Deployment;

/** Tells our own access tokens from everything else. Signature and claims are checked by MicroProfile JWT's parser. */
@Singleton
public class AccessTokenVerifier {
    private static final int MAX_LENGTH = 8 * 1024;
    private static final int CLOCK_SKEW_SECONDS = 30;

    /** All that our tokens' headers have. Others, such as {@code jwk}, {@code jku}, {@code x5u} or {@code crit}, only serve attacks. */
    private static final Set<String> HEADER = Set.of("alg", "typ", "kid");

    private final SigningKeys keys;
    private final String issuer;

    @Inject
    public AccessTokenVerifier(SigningKeys keys, Deployment deployment) {
        this.keys = keys;
        this.issuer = deployment.publicUrl();
    }

    /** The token's content, if it is ours, unaltered and in its time. Which resource it opens is for the caller to compare. */
    public Optional<VerifiedToken> verify(String token) {
        if (token.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return header(token).filter(AccessTokenVerifier::ours).flatMap(header -> verify(token, header.getKeyID()));
    }

    private Optional<VerifiedToken> verify(String token, String keyId) {
        return keys.find(keyId).flatMap(key -> parse(token, publicKey(key))).flatMap(parsed -> VerifiedToken.of(parsed, keyId));
    }

    /** Whether the key of a token that was verified earlier can still be believed. Reads memory only. */
    public boolean keyStands(VerifiedToken token) {
        return keys.find(token.keyId()).isPresent();
    }

    /** As {@link #keyStands(VerifiedToken)}, as of a version of the access configuration, for callers who have read the version already. */
    public boolean keyStands(VerifiedToken token, long accessVersion) {
        return keys.holds(token.keyId(), accessVersion);
    }

    private static Optional<JWSHeader> header(String token) {
        int end = token.indexOf('.');
        if (end < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(JWSHeader.parse(new Base64URL(token.substring(0, end))));
        } catch (java.text.ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** RFC 8725 section 3.1 and 3.11: one algorithm, one type; and the key is one of ours in memory, never one that the token brings. */
    private static boolean ours(JWSHeader header) {
        return JWSAlgorithm.RS256.equals(header.getAlgorithm())
                && AccessTokens.TYPE.equals(header.getType())
                && HEADER.equals(header.getIncludedParams());
    }

    private static PublicKey publicKey(com.nimbusds.jose.jwk.RSAKey key) {
        try {
            return key.toRSAPublicKey();
        } catch (JOSEException e) {
            throw new IllegalStateException("The signing key is not an RSA key.", e);
        }
    }

    private Optional<JsonWebToken> parse(String token, PublicKey key) {
        JWTAuthContextInfo expected = new JWTAuthContextInfo(key, issuer);
        expected.setSignatureAlgorithm(SignatureAlgorithm.RS256);
        expected.setClockSkew(CLOCK_SKEW_SECONDS);
        expected.setRequiredClaims(Set.of("sub", "exp", "iat", "jti", "aud"));
        try {
            return Optional.of(new DefaultJWTParser(expected).parse(token));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }
}
