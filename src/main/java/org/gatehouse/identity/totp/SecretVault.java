package org.gatehouse.identity.totp;

import com.nimbusds.jose.JOSEException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.text.ParseException;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.crypto.MasterKey;

/** Encrypts authenticators' keys, each for one person: a row copied to somebody else's opens nothing. */
@Singleton
class SecretVault {
    private static final String SEPARATOR = " ";

    private final Path file;

    @Inject
    SecretVault(Deployment deployment) {
        this.file = MasterKey.file(deployment);
    }

    String seal(String userId, TotpSecret secret) {
        return MasterKey.read(file).encrypt(userId + SEPARATOR + secret.stored());
    }

    /**
     * The key that was sealed.
     *
     * @throws IllegalStateException if it was sealed under another master key or for another person
     */
    TotpSecret open(String userId, String sealed) {
        String prefix = userId + SEPARATOR;
        String text = decrypt(sealed);
        if (!text.startsWith(prefix)) {
            throw new IllegalStateException("The second factor stored for the person " + userId + " belongs to another person.");
        }
        return TotpSecret.parse(text.substring(prefix.length()));
    }

    private String decrypt(String sealed) {
        try {
            return MasterKey.read(file).decrypt(sealed);
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("The master key in " + file + " does not open a second factor in the database. "
                    + "Put back the file that belongs to this database; every node uses the same one.", e);
        }
    }
}
