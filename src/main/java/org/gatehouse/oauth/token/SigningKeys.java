package org.gatehouse.oauth.token;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.crypto.MasterKey;
import org.gatehouse.platform.database.Database;

/** The keys that sign and check access tokens, in memory once they are loaded. */
@Singleton
public class SigningKeys {
    private final SigningKeyStore store;
    private volatile List<RSAKey> keys = List.of();

    @Inject
    public SigningKeys(Database database, Deployment deployment, InstantSource clock) {
        this.store = new SigningKeyStore(database, MasterKey.file(deployment), clock);
    }

    /** Reads the keys, makes the first one where there is none, and refuses if they cannot be opened. */
    public void load() {
        keys = store.load();
    }

    /** The key that signs. */
    RSAKey current() {
        return keys.stream().findFirst().orElseThrow(() -> new IllegalStateException("The signing keys are not loaded."));
    }

    /** The key with this id, if it is one of ours. */
    Optional<RSAKey> find(String kid) {
        return keys.stream().filter(key -> kid.equals(key.getKeyID())).findFirst();
    }

    /** The public halves (RFC 7517 section 5). */
    public JWKSet publicKeys() {
        return new JWKSet(List.copyOf(keys)).toPublicJWKSet();
    }
}
