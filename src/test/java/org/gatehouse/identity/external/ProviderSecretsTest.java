package org.gatehouse.identity.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import java.nio.file.Path;
import java.time.Instant;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.crypto.MasterKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderSecretsTest {
    private static final String ISSUER = "https://provider.example";

    private final Deployment deployment;
    private final ProviderSecrets secrets;

    ProviderSecretsTest(@TempDir Path home) {
        deployment = new Deployment("https://gatehouse.example", false, home.toString());
        secrets = new ProviderSecrets(deployment);
    }

    @Test
    void givesTheSecretBackForItsIssuerOnly() {
        String stored = secrets.encrypt(ISSUER, new Secret("s3cret"));

        assertThat(secrets.decrypt(ISSUER, stored).getValue()).isEqualTo("s3cret");
        assertThat(stored).doesNotContain("s3cret");
        assertThatThrownBy(() -> secrets.decrypt("https://evil.example", stored)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void givesNothingBackThatWasEncryptedForAnotherUse() {
        secrets.encrypt(ISSUER, new Secret("makes the key"));
        String signingKey = MasterKey.read(MasterKey.file(deployment)).encrypt("{\"kty\":\"RSA\",\"d\":\"private\"}");

        assertThatThrownBy(() -> secrets.decrypt(ISSUER, signingKey)).isInstanceOf(IllegalStateException.class).hasMessageNotContaining("private");
    }

    @Test
    void keepsSecretsOutOfTexts() {
        var provider = new ExternalProvider(
                "corp", "Corp", true, new Issuer(ISSUER), new ClientID("x"), new Secret("s3cret"), Scope.parse("openid"), new FirstSignIn.LinkedOnly());
        var transaction = new ExternalTransaction("corp", ISSUER, "the-state", "the-nonce", "the-verifier", "", false, Instant.EPOCH);

        assertThat(provider.toString()).doesNotContain("s3cret");
        assertThat(transaction.toString()).doesNotContain("the-");
    }

    @Test
    void refusesProvidersThatCannotBe() {
        assertThatThrownBy(() -> provider("../x", ISSUER, "openid")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> provider("corp", "http://provider.example", "openid")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> provider("corp", ISSUER, "email")).isInstanceOf(IllegalArgumentException.class);
    }

    private static ExternalProvider provider(String name, String issuer, String scopes) {
        return new ExternalProvider(
                name, "Corp", true, new Issuer(issuer), new ClientID("x"), new Secret("s"), Scope.parse(scopes), new FirstSignIn.LinkedOnly());
    }
}
