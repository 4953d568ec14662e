package org.gatehouse.oauth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.oauth.OAuthWorld.SECRET;
import static org.gatehouse.platform.database.schema.Tables.CLIENT;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.oauth.OAuthWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6749 sections 2.3 and 3.2.1; attack T08. */
class ClientAuthenticationTest {
    private final OAuthWorld world;
    private final ClientAuthentication authentication;

    ClientAuthenticationTest(@TempDir Path home) {
        world = new OAuthWorld(home);
        authentication = new ClientAuthentication(world.usable, world.assertions(), world.clock);
    }

    @Test
    void takesAPublicClientAtItsWord() throws Exception {
        assertThat(authenticate(List.of(), "client_id", "inspector").id()).isEqualTo("inspector");
    }

    @Test
    void knowsAConfidentialClientByItsSecretInTheHeader() throws Exception {
        assertThat(authenticate(List.of(basic("portal", SECRET))).id()).isEqualTo("portal");
        assertThat(authenticate(List.of(basic("portal", SECRET)), "client_id", "portal").id()).isEqualTo("portal");
    }

    @Test
    void knowsAConfidentialClientByItsSecretInTheBody() throws Exception {
        assertThat(authenticate(List.of(), "client_id", "portal", "client_secret", SECRET).id()).isEqualTo("portal");
    }

    @Test
    void m07RefusesAClientWhoseDocumentWasNotReadLately() throws Exception {
        world.set("notebook", CLIENT.KIND, "MetadataDocument");
        assertRefused(List.of(), "client_id", "notebook");

        world.documentRead("notebook", Duration.ofMinutes(5));

        assertThat(authenticate(List.of(), "client_id", "notebook").id()).isEqualTo("notebook");
        world.clock.advance(Duration.ofMinutes(5));
        assertRefused(List.of(), "client_id", "notebook");
    }

    @Test
    void refusesAConfidentialClientWithoutItsSecret() {
        assertRefused(List.of(), "client_id", "portal");
        assertRefused(List.of(), "client_id", "portal", "client_secret", "wrong");
        assertRefused(List.of(basic("portal", "wrong")));
        assertRefused(List.of(basic("portal", SECRET + " ")));
    }

    @Test
    void refusesAPublicClientWithASecret() {
        assertRefused(List.of(), "client_id", "inspector", "client_secret", "anything");
        assertRefused(List.of(basic("inspector", "anything")));
    }

    @Test
    void refusesASecretInTwoPlaces() {
        assertRefused(List.of(basic("portal", SECRET)), "client_secret", SECRET);
        assertRefused(List.of(basic("portal", SECRET), basic("portal", SECRET)));
        assertRefused(List.of(basic("portal", SECRET)), "client_assertion", "x");
    }

    @Test
    void refusesTwoDifferentNames() {
        assertRefused(List.of(basic("portal", SECRET)), "client_id", "inspector");
    }

    @Test
    void knowsAClientByEitherSecretWhileItChangesOver() throws Exception {
        world.secret("portal", "the next one", null);

        assertThat(authenticate(List.of(basic("portal", SECRET))).id()).isEqualTo("portal");
        assertThat(authenticate(List.of(basic("portal", "the next one"))).id()).isEqualTo("portal");
    }

    @Test
    void refusesASecretFromTheMomentItExpires() throws Exception {
        world.secret("portal", "the next one", world.clock.instant().plusSeconds(10));
        assertThat(authenticate(List.of(basic("portal", "the next one"))).id()).isEqualTo("portal");

        world.clock.advance(Duration.ofSeconds(10));

        assertRefused(List.of(basic("portal", "the next one")));
    }

    @Test
    void refusesTheHashInPlaceOfTheSecret() {
        var hash = world.clients.find("portal").orElseThrow().proof().secrets().getFirst().hash();

        assertRefused(List.of(), "client_id", "portal", "client_secret", hash);
    }

    @Test
    void refusesAClientThatIsUnknownOrDisabled() {
        world.disable("inspector");

        assertRefused(List.of(), "client_id", "inspector");
        assertRefused(List.of(), "client_id", "unknown");
        assertRefused(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic ", "Basic !!!", "Basic OnNlY3JldA==", "Basic cG9ydGFs", "Bearer abc", "Digest x", "Basic JTpz"})
    void refusesAHeaderThatIsNotBasic(String header) {
        assertRefused(List.of(header), "client_id", "inspector");
    }

    private void assertRefused(List<String> authorization, String... form) {
        assertThatThrownBy(() -> authenticate(authorization, form))
                .isInstanceOfSatisfying(GeneralException.class, e -> {
                    assertThat(e.getErrorObject().getCode()).isEqualTo("invalid_client");
                    assertThat(e.getErrorObject().getHTTPStatusCode()).isEqualTo(401);
                });
    }

    private RegisteredClient authenticate(List<String> authorization, String... form) throws GeneralException {
        Map<String, List<String>> parameters = new HashMap<>();
        for (int i = 0; i < form.length; i += 2) {
            parameters.put(form[i], List.of(form[i + 1]));
        }
        return authentication.require(ClientCredentials.parse(authorization, parameters));
    }

    private static String basic(String id, String secret) {
        return new ClientSecretBasic(new ClientID(id), new Secret(secret)).toHTTPAuthorizationHeader();
    }
}
