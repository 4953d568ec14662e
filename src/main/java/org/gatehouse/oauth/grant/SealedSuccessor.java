package org.gatehouse.oauth.grant;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.Optional;
import org.gatehouse.platform.crypto.OpaqueToken;

/**
 * A refresh token encrypted with the one it follows. The database has neither, so a copy of it opens nothing; whoever presents the old token
 * again in time gets the very same new one, and there are never two that live.
 */
final class SealedSuccessor {
    private SealedSuccessor() {}

    static String seal(OpaqueToken successor, OpaqueToken predecessor) {
        try {
            JWEObject jwe = new JWEObject(
                    new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), new Payload(successor.value()));
            jwe.encrypt(new DirectEncrypter(key(predecessor)));
            return jwe.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("A refresh token could not be encrypted.", e);
        }
    }

    static Optional<OpaqueToken> open(String sealed, OpaqueToken predecessor) {
        try {
            JWEObject jwe = JWEObject.parse(sealed);
            jwe.decrypt(new DirectDecrypter(key(predecessor)));
            return Optional.of(new OpaqueToken(jwe.getPayload().toString()));
        } catch (JOSEException | ParseException e) {
            return Optional.empty();
        }
    }

    /** 256 random bits under another prefix than none: the hash that the database has says nothing about this key. */
    private static byte[] key(OpaqueToken token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(("successor of " + token.value()).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
