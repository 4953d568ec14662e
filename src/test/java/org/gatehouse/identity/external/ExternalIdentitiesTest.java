package org.gatehouse.identity.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.EXTERNAL_IDENTITY;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import java.nio.file.Path;
import java.util.List;
import org.gatehouse.identity.Users;
import org.gatehouse.oauth.TestClock;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.database.Database;
import org.gatehouse.testing.TestDatabases;
import org.gatehouse.testing.TestPostgres;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Links and providers on each database that Gatehouse runs on. */
class ExternalIdentitiesTest {
    private static final String ISSUER = "https://provider.example";

    /** The databases. */
    enum Product {
        H2, POSTGRESQL;

        Database demo() {
            return new Database(this == H2 ? TestDatabases.demoOrganisation() : TestPostgres.demoOrganisation());
        }
    }

    @ParameterizedTest
    @EnumSource
    void linksEachSubjectAndEachPersonOnce(Product product) {
        var database = product.demo();
        var identities = new ExternalIdentities(database, new Users(database), new TestClock());
        List<String> people = database.sql().select(APP_USER.ID).from(APP_USER).limit(2).fetch(APP_USER.ID);

        assertThat(identities.link(ISSUER, "one", people.getFirst())).isTrue();
        assertThat(identities.link(ISSUER, "one", people.getLast())).isFalse();
        assertThat(identities.link(ISSUER, "two", people.getFirst())).isFalse();
        assertThat(identities.link(ISSUER, "three", "nobody")).isFalse();
        assertThat(identities.link("https://other.example", "one", people.getFirst())).isTrue();
        identities.unlink(ISSUER, people.getFirst());
        assertThat(identities.link(ISSUER, "two", people.getFirst())).isTrue();
        assertThat(database.sql().fetchCount(EXTERNAL_IDENTITY)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void keepsAProviderAsItWasSaved(Product product, @TempDir Path home) {
        var database = product.demo();
        var providers = new ExternalProviders(database, new ProviderSecrets(new Deployment("https://gatehouse.example", false, home.toString())));
        var provider = new ExternalProvider(
                "corp", "Corp", true, new Issuer(ISSUER), new ClientID("gatehouse"), new Secret("s3cret"), Scope.parse("openid email"),
                new FirstSignIn.Username("preferred_username"));

        providers.save(provider);
        assertThat(providers.findEnabled("corp")).contains(provider);
        assertThat(providers.choices()).containsExactly(new ExternalProviders.Choice("corp", "Corp"));

        providers.remove("corp");
        assertThat(providers.findEnabled("corp")).isEmpty();
    }
}
