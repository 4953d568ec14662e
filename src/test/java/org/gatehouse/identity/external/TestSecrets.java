package org.gatehouse.identity.external;

import com.nimbusds.oauth2.sdk.auth.Secret;
import java.nio.file.Path;
import org.gatehouse.platform.configuration.Deployment;

/** Client secrets as a server stores them, for tests of other packages. */
public final class TestSecrets {
    private TestSecrets() {}

    /** The secret for an issuer under the master key of the server that has its files here. */
    public static String encrypted(Path home, String issuer, String secret) {
        return new ProviderSecrets(new Deployment("http://localhost", false, home.toString())).encrypt(issuer, new Secret(secret));
    }
}
