package org.gatehouse.identity.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.oauth2.sdk.auth.Secret;
import java.nio.file.Path;
import java.util.List;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.TestAudit;
import org.gatehouse.testing.TestDatabases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Providers as somebody edits them. */
class ExternalProviderServiceTest {
    private static final String ISSUER = "https://provider.example";

    private final ExternalProviders providers;
    private final ExternalProviderService service = new ExternalProviderService();

    @SuppressWarnings("UnnecessaryAssignment") // The test stands in for the container that injects.
    ExternalProviderServiceTest(@TempDir Path home) {
        var database = new Database(TestDatabases.demoOrganisation());
        providers = new ExternalProviders(database, new ProviderSecrets(new Deployment("https://gatehouse.example", false, home.toString())));
        service.providers = providers;
        service.trail = TestAudit.trail(database);
        service.save(settings(ISSUER, "s3cret", null));
    }

    @Test
    void keepsTheSecretWhereNoOtherIsGivenAndNeverShowsIt() {
        service.save(settings(ISSUER, null, 1));

        assertThat(secret()).isEqualTo("s3cret");
        assertThat(service.one("corp")).isEqualTo(settings(ISSUER, null, 2)).asString().doesNotContain("s3cret");
        service.save(settings(ISSUER, "another", 2));
        assertThat(secret()).isEqualTo("another");
    }

    @Test
    void sendsTheSecretOfOneIssuerToNoOther() {
        Problem refused = refusal(settings("https://elsewhere.example", null, 1));

        assertThat(((Problem.InvalidArguments) refused).violations()).extracting(Problem.Violation::location).containsExactly("/clientSecret");
        assertThat(service.one("corp").issuer()).isEqualTo(ISSUER);
    }

    @Test
    void writesOverNobodysChange() {
        service.save(settings(ISSUER, null, 1));

        assertThat(refusal(settings(ISSUER, null, 1))).isInstanceOf(Problem.Conflict.class);
        assertThat(refusal(settings(ISSUER, "s3cret", null))).as("made meanwhile").isInstanceOf(Problem.Conflict.class);
        assertThat(catchThrowableOfType(ProblemException.class, () -> service.remove("corp", 1)).problem()).isInstanceOf(Problem.Conflict.class);
        service.remove("corp", 2);
        assertThat(service.list()).isEmpty();
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        var wrong = new ProviderSettings("Corp!", " ", true, "http://provider.example", "", null, List.of("email"), "Username", null, null);

        assertThat(((Problem.InvalidArguments) refusal(wrong)).violations()).extracting(Problem.Violation::location)
                .containsExactly("/name", "/label", "/issuer", "/clientId", "/scopes", "/usernameClaim", "/clientSecret");
    }

    private String secret() {
        return providers.findEnabled("corp").map(ExternalProvider::clientSecret).map(Secret::getValue).orElseThrow();
    }

    private Problem refusal(ProviderSettings settings) {
        return catchThrowableOfType(ProblemException.class, () -> service.save(settings)).problem();
    }

    private static ProviderSettings settings(String issuer, @Nullable String secret, @Nullable Integer version) {
        return new ProviderSettings("corp", "Corp", true, issuer, "gatehouse", secret, List.of("openid", "email"), "VerifiedEmail", null, version);
    }
}
