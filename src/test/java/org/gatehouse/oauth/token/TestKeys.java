package org.gatehouse.oauth.token;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.InstantSource;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.Database;

/** Signing keys for tests of other packages. */
public final class TestKeys {
    private TestKeys() {}

    /** Keys made, stored and loaded as a server does. */
    public static SigningKeys loaded(Database database, Deployment deployment) {
        SigningKeys keys = new SigningKeys(database, new ConfigurationVersions(database), deployment, InstantSource.system());
        keys.load();
        return keys;
    }

    /** The private key that signs now. */
    public static RSAKey current(SigningKeys keys) {
        return keys.current();
    }
}
