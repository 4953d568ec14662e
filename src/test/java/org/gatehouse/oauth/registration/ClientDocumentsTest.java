package org.gatehouse.oauth.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.platform.database.schema.Tables.CLIENT;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_SCOPE;
import static org.gatehouse.platform.database.schema.Tables.OAUTH_GRANT;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.oauth.OAuthWorld;
import org.gatehouse.oauth.client.ClientKind;
import org.gatehouse.oauth.client.RegisteredClient;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.platform.network.ClientAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Client ID Metadata Documents, from the URL to the stored client; attacks M04, M06, M07 and M09. */
class ClientDocumentsTest {
    private static final String URL = LocalHost.URL;
    private static final String PATH = "/app.json";

    private static final ClientAddress HERE = ClientAddress.parse("192.0.2.7").orElseThrow();

    private final LocalHost host = new LocalHost();
    private final Registrations world;
    private final ClientDocuments documents;

    ClientDocumentsTest(@TempDir Path home) throws Exception {
        world = Registrations.in(home, "off");
        documents = world.documents(host);
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void makesAClientOfItsDocument() {
        host.json(PATH, document("The app", "https://client.test.example/cb"));

        documents.refresh(URL, HERE);

        assertThat(world.usable.find(URL)).hasValueSatisfying(client -> {
            assertThat(client.kind()).isEqualTo(ClientKind.METADATA_DOCUMENT);
            assertThat(client.label()).isEqualTo("The app");
            assertThat(client.isPublic()).isTrue();
            assertThat(client.redirectUris()).containsExactly("https://client.test.example/cb");
            assertThat(client.scopes()).containsExactlyInAnyOrder(OAuthScope.MCP_READ, OAuthScope.REFRESH_TOKEN);
        });
    }

    @Test
    void readsADocumentOnceWhileItIsFresh() {
        host.json(PATH, document("The app", "https://client.test.example/cb"), "Cache-Control", "max-age=600");

        documents.refresh(URL, HERE);
        world.world.clock.advance(Duration.ofSeconds(599));
        documents.refresh(URL, HERE);
        world.documents(host).refresh(URL, HERE);

        assertThat(host.requests(PATH)).isEqualTo(1);
        assertThat(world.usable.find(URL)).isPresent();
    }

    @Test
    void m07DoesNotUseAClientWhoseDocumentIsStale() {
        host.json(PATH, document("The app", "https://client.test.example/cb"), "Cache-Control", "max-age=600");
        documents.refresh(URL, HERE);

        world.world.clock.advance(Duration.ofMinutes(10));

        assertThat(world.usable.find(URL)).isEmpty();
        documents.refresh(URL, HERE);
        assertThat(world.usable.find(URL)).isPresent();
        assertThat(host.requests(PATH)).isEqualTo(2);
    }

    @Test
    void m07NeverFallsBackToWhatWasReadBeforeTheHostFellSilent() {
        host.json(PATH, document("The app", "https://client.test.example/cb"));
        documents.refresh(URL, HERE);
        host.close();

        world.world.clock.advance(Duration.ofMinutes(5));
        documents.refresh(URL, HERE);

        assertThat(world.usable.find(URL)).isEmpty();
        assertThat(world.world.clients.find(URL)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "no json", "{\"client_id\":\"https://client.test.example/app.json\",\"client_name\":\"x\"}"})
    void m07NeverFallsBackToWhatWasReadBeforeTheDocumentWasSpoilt(String spoilt) {
        host.json(PATH, document("The app", "https://client.test.example/cb"));
        documents.refresh(URL, HERE);
        host.forget(PATH);
        host.json(PATH, spoilt);

        world.world.clock.advance(Duration.ofMinutes(5));
        documents.refresh(URL, HERE);

        assertThat(world.usable.find(URL)).isEmpty();
    }

    @Test
    void m07ReplacesAClientWhoseDocumentChanged() {
        host.json(PATH, document("The app", "https://client.test.example/old"));
        documents.refresh(URL, HERE);
        host.forget(PATH);
        host.json(PATH, document("The new app", "https://client.test.example/new"));

        world.world.clock.advance(Duration.ofMinutes(5));
        documents.refresh(URL, HERE);

        assertThat(world.client(URL).label()).isEqualTo("The new app");
        assertThat(world.client(URL).redirectsTo("https://client.test.example/new")).isTrue();
        assertThat(world.client(URL).redirectsTo("https://client.test.example/old")).isFalse();
    }

    @Test
    void m07KeepsWhatAnAdministratorDecided() {
        host.json(PATH, document("The app", "https://client.test.example/cb"));
        documents.refresh(URL, HERE);
        var sql = world.world.database.sql();
        sql.update(CLIENT).set(CLIENT.PERMITTED_USERS, "AdminApprovedPreAuthorized").where(CLIENT.CLIENT_ID.eq(URL)).execute();
        sql.deleteFrom(CLIENT_SCOPE).where(CLIENT_SCOPE.SCOPE.eq("mcp_api.read")).and(CLIENT_SCOPE.CLIENT_ID.eq(URL)).execute();
        world.world.changed();
        host.forget(PATH);
        host.json(PATH, document("The new app", "https://client.test.example/new"));

        world.world.clock.advance(Duration.ofMinutes(5));
        documents.refresh(URL, HERE);

        RegisteredClient client = world.usable.find(URL).orElseThrow();
        assertThat(client.label()).isEqualTo("The new app");
        assertThat(client.scopes()).containsExactly(OAuthScope.REFRESH_TOKEN);
        assertThat(client.policy().permittedUsers().include(Set.of())).isFalse();
    }

    @Test
    void m07LeavesABlockedClientBlockedAndItsHostAlone() {
        host.json(PATH, document("The app", "https://client.test.example/cb"));
        documents.refresh(URL, HERE);
        world.world.disable(URL);

        world.world.clock.advance(Duration.ofMinutes(5));
        documents.refresh(URL, HERE);

        assertThat(world.usable.find(URL)).isEmpty();
        assertThat(host.requests(PATH)).isEqualTo(1);
    }

    @Test
    void m07StopsAClientAtOnceWhoseDomainIsTakenFromTheList() {
        host.json(PATH, document("The app", "https://client.test.example/cb"), "Cache-Control", "max-age=86400");
        documents.refresh(URL, HERE);

        new Registrations(world.world, Registrations.configuration("off", "other.example")).documents(host).refresh(URL, HERE);

        assertThat(world.usable.find(URL)).isEmpty();
        assertThat(host.requests(PATH)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "http://client.test.example/app.json", "https://client.test.example:8443/app.json", "https://evil.example/app.json",
        "https://user@client.test.example/app.json", "https://127.0.0.1/app.json", "https://client.test.example/../app.json"
    })
    void m04ConnectsNowhereForAUrlThatIsNotPermitted(String url) {
        host.json(PATH, document("The app", "https://client.test.example/cb"));

        documents.refresh(url, HERE);

        assertThat(world.usable.find(url)).isEmpty();
        assertThat(host.connections).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\"client_id\":\"https://client.test.example/app.json/\"", "\"client_id\":\"https://CLIENT.test.example/app.json\"",
        "\"client_id\":\"inspector\"", "\"client_id\":[\"https://client.test.example/app.json\"]", "\"other\":1"
    })
    void m06RefusesADocumentThatIsAboutAnotherClient(String identity) {
        host.json(PATH, "{" + identity + ",\"client_name\":\"x\",\"redirect_uris\":[\"https://client.test.example/cb\"]}");

        documents.refresh(URL, HERE);

        assertThat(world.world.clients.find(URL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\"client_secret\":\"x\"", "\"client_secret_expires_at\":0", "\"token_endpoint_auth_method\":\"client_secret_basic\"",
        "\"token_endpoint_auth_method\":\"client_secret_post\"", "\"token_endpoint_auth_method\":\"client_secret_jwt\"",
        "\"token_endpoint_auth_method\":\"private_key_jwt\",\"jwks_uri\":\"https://evil.example/keys\"",
        "\"token_endpoint_auth_method\":\"private_key_jwt\",\"jwks_uri\":\"http://169.254.169.254/keys\""
    })
    void m06RefusesADocumentWithASharedSecretOrKeysElsewhere(String property) {
        String document = document("The app", "https://client.test.example/cb");
        host.json(PATH, document.substring(0, document.length() - 1) + "," + property + "}");

        documents.refresh(URL, HERE);

        assertThat(world.world.clients.find(URL)).isEmpty();
    }

    @Test
    void m06ReadsOnlySoManyDocumentsInAMinuteForOneWhoAsks() {
        for (int n = 0; n < 25; n++) {
            documents.refresh(URL + n, HERE);
        }
        assertThat(host.connections).as("for the address").hasValue(20);

        host.json(PATH, document("The app", "https://client.test.example/cb"));
        documents.refresh(URL, HERE);
        assertThat(world.usable.find(URL)).as("one too many").isEmpty();
        documents.refresh(URL, ClientAddress.parse("198.51.100.1").orElseThrow());
        assertThat(world.usable.find(URL)).as("somebody else is not kept from it").isPresent();
    }

    @Test
    void m06ReadsOnlySoManyDocumentsOfOneHostInAMinute() {
        for (int n = 0; n < 40; n++) {
            documents.refresh(URL + n, ClientAddress.parse("198.51.100." + n).orElseThrow());
        }
        assertThat(host.connections).hasValue(30);

        world.world.clock.advance(Duration.ofMinutes(1));
        host.json(PATH, document("The app", "https://client.test.example/cb"));
        documents.refresh(URL, HERE);

        assertThat(world.usable.find(URL)).as("a minute later").isPresent();
    }

    @Test
    void m06MakesOnlySoManyClientsThatNobodyConnects() {
        for (int n = 0; n < 6; n++) {
            host.json(PATH + n, document("App " + n, "https://client.test.example/cb").replace(URL, URL + n));
            documents.refresh(URL + n, HERE);
        }
        assertThat(world.usable.find(URL + 3)).isPresent();
        assertThat(world.usable.find(URL + 4)).isEmpty();

        world.world.database.sql().insertInto(OAUTH_GRANT)
                .set(OAUTH_GRANT.ID, "a connection").set(OAUTH_GRANT.CLIENT_ID, URL + 0).set(OAUTH_GRANT.USER_ID, OAuthWorld.ADA)
                .set(OAUTH_GRANT.RESOURCE, OAuthWorld.READS).set(OAUTH_GRANT.SCOPE, "mcp_api.read")
                .set(OAUTH_GRANT.CREATED_AT, world.world.clock.instant()).set(OAUTH_GRANT.USE_COUNT, 0L).execute();
        world.world.clock.advance(Duration.ofMinutes(1));
        documents.refresh(URL + 4, HERE);

        assertThat(world.usable.find(URL + 4)).as("there is room since somebody connected one").isPresent();
    }

    @Test
    void m06AsksAHostThatFailedNoMoreThanOnceAMinute() {
        documents.refresh(URL, HERE);
        host.json(PATH, document("The app", "https://client.test.example/cb"));
        documents.refresh(URL, HERE);
        assertThat(host.requests(PATH)).isZero();

        world.world.clock.advance(Duration.ofMinutes(1));
        documents.refresh(URL, HERE);

        assertThat(world.usable.find(URL)).isPresent();
    }

    @Test
    void m06ReadsADocumentOnceForAllWhoAskAtOnce() {
        var reading = new AtomicInteger();
        host.serve(PATH, exchange -> {
            reading.incrementAndGet();
            Thread.sleep(300);
            byte[] body = Registrations.bytes(document("The app", "https://client.test.example/cb"));
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                threads.execute(() -> documents.refresh(URL, HERE));
            }
        }

        assertThat(reading).hasValue(1);
        assertThat(world.usable.find(URL)).isPresent();
    }

    @Test
    void m09FetchesNoLogoPolicyOrTerms() {
        for (String path : new String[] {"/logo", "/policy", "/tos", "/home"}) {
            host.json(path, "{}");
        }
        String document = document("The app", "https://client.test.example/cb");
        String base = "\"https://" + LocalHost.NAME;
        host.json(PATH, document.substring(0, document.length() - 1) + ",\"logo_uri\":" + base + "/logo\",\"policy_uri\":" + base
                + "/policy\",\"tos_uri\":" + base + "/tos\",\"client_uri\":" + base + "/home\"}");

        documents.refresh(URL, HERE);

        assertThat(world.usable.find(URL)).isPresent();
        assertThat(host.requests.keySet()).containsExactly(PATH);
    }

    @Test
    void leavesAClientThatAnAdministratorEnteredUnderAUrl() {
        host.json(PATH, document("The app", "https://client.test.example/cb"));
        world.world.database.sql().insertInto(CLIENT)
                .set(CLIENT.CLIENT_ID, URL).set(CLIENT.LABEL, "Entered").set(CLIENT.ENABLED, true)
                .set(CLIENT.PERMITTED_USERS, "AllSelfAuthorized").set(CLIENT.ACCESS_TOKEN_MINUTES, 10).execute();
        world.world.changed();

        documents.refresh(URL, HERE);

        assertThat(world.usable.find(URL)).hasValueSatisfying(client -> assertThat(client.label()).isEqualTo("Entered"));
        assertThat(host.connections).hasValue(0);
    }

    private static String document(String name, String redirectUri) {
        return "{\"client_id\":\"" + URL + "\",\"client_name\":\"" + name + "\",\"redirect_uris\":[\"" + redirectUri + "\"]}";
    }
}
