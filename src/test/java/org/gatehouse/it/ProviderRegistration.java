package org.gatehouse.it;

import java.nio.file.Path;
import org.gatehouse.identity.external.TestSecrets;

/** The administrator's hands: external providers, put into the database of the server under test. */
final class ProviderRegistration {
    private ProviderRegistration() {}

    /** People with the provider's verified e-mail address may sign in by it. */
    static void byVerifiedEmail(String name, String label, String issuer, String clientId, String secret) {
        String encrypted = TestSecrets.encrypted(Path.of(System.getProperty("it.home")), issuer, secret);
        remove(name);
        ServerSide.change("INSERT INTO gatehouse.external_provider (name, label, enabled, issuer, client_id, client_secret_jwe, scopes, first_sign_in)"
                + " VALUES ('" + name + "', '" + label + "', TRUE, '" + issuer + "', '" + clientId + "', '" + encrypted
                + "', 'openid email', 'VerifiedEmail')");
    }

    static void remove(String name) {
        ServerSide.change("DELETE FROM gatehouse.external_identity");
        ServerSide.change("DELETE FROM gatehouse.external_provider WHERE name = '" + name + "'");
    }
}
