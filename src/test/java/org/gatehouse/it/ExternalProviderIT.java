package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.jspecify.annotations.Nullable;

/** Sign-in by a provider that nobody here wrote: a real Keycloak. Runs with the Maven profile {@code keycloak}. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
@EnabledIfSystemProperty(named = "it.keycloak", matches = ".+", disabledReason = "Keycloak is large and slow to start; use -Pkeycloak")
class ExternalProviderIT {
    private static final Map<String, String> ACCOUNT = Map.of("username", "remy", "password", "a password at keycloak");

    private static @Nullable Keycloak keycloak;

    @Deployment(testable = false)
    static WebArchive serverSide() {
        return ServerSide.deployment();
    }

    @BeforeAll
    static void start() throws Exception {
        keycloak = new Keycloak(Path.of(System.getProperty("it.keycloak")), Server.URL + "/login/external/callback");
        keycloak.await();
    }

    @AfterAll
    static void stop() {
        ProviderRegistration.remove("keycloak");
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @Test
    void signsInThroughKeycloakAndConnects() {
        register();
        var person = new Person("rep.west.1");
        var agent = new Agent(Server.READS);

        URI away = person.signInWith(person.open(agent.authorizationUrl("mcp_api.read")), "Keycloak");
        HttpResponse<String> consent = person.press(person.open(away), "Sign In", ACCOUNT);

        assertThat(Jsoup.parse(consent.body()).text()).as("the consent page").contains("MCP Inspector");
        URI redirect = Person.location(person.press(consent, "Allow", Map.of()));
        assertThat(agent.redeem(redirect).indicatesSuccess()).isTrue();
        assertThat(ServerSide.rows("SELECT user_id FROM gatehouse.external_identity")).hasSize(1);
    }

    private static void register() {
        assertThat(keycloak).isNotNull();
        ProviderRegistration.byVerifiedEmail("keycloak", "Keycloak", keycloak.issuer(), Keycloak.CLIENT, Keycloak.SECRET);
    }
}
