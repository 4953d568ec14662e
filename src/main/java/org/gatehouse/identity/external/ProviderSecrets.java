package org.gatehouse.identity.external;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.oauth2.sdk.auth.Secret;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.crypto.MasterKey;

/**
 * Encrypts client secrets for the database. What is encrypted names its use and its issuer: somebody who can write to the database must not
 * have another secret, such as a signing key, or this one, sent to a provider of their own.
 */
@Singleton
class ProviderSecrets {
    private static final String USE = "external provider ";

    private final Path masterKeyFile;

    @Inject
    ProviderSecrets(Deployment deployment) {
        this.masterKeyFile = MasterKey.file(deployment);
    }

    String encrypt(String issuer, Secret secret) {
        MasterKey key = Files.exists(masterKeyFile) ? MasterKey.read(masterKeyFile) : MasterKey.create(masterKeyFile);
        return key.encrypt(USE + issuer + "\n" + secret.getValue());
    }

    /**
     * The secret.
     *
     * @throws IllegalStateException if the master key does not open it, or if it was encrypted for another issuer or use
     */
    Secret decrypt(String issuer, String compactJwe) {
        String use = USE + issuer + "\n";
        try {
            String text = MasterKey.read(masterKeyFile).decrypt(compactJwe);
            if (text.startsWith(use)) {
                return new Secret(text.substring(use.length()));
            }
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("The master key does not open the client secret for " + issuer + ".", e);
        }
        throw new IllegalStateException("What is stored as the client secret for " + issuer + " is something else.");
    }
}
