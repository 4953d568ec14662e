package org.gatehouse.oauth.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_SECRET;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.oauth.client.AuthenticationMethod;
import org.gatehouse.oauth.client.ClientKind;
import org.gatehouse.oauth.client.PermittedUsers;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.gatehouse.platform.network.ClientAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7591; attack M08. The quota of these tests is three an hour from one address, and five unused ones. */
class DynamicRegistrationsTest {
    private static final String PUBLIC = "\"token_endpoint_auth_method\":\"none\"";

    @TempDir
    Path home;

    @Test
    void registersAPublicClient() {
        var world = Registrations.in(home, "open");

        var answer = registered(world, PUBLIC);

        String id = Registrations.text(answer, "client_id");
        assertThat(answer).containsEntry("token_endpoint_auth_method", "none").doesNotContainKey("client_secret");
        assertThat(world.usable.find(id)).hasValueSatisfying(client -> {
            assertThat(client.kind()).isEqualTo(ClientKind.DYNAMIC);
            assertThat(client.isPublic()).isTrue();
            assertThat(client.redirectsTo("http://127.0.0.1:4711/cb")).isTrue();
            assertThat(client.customSchemes()).isFalse();
        });
    }

    @Test
    void givesASecretOnceAndKeepsItsHash() {
        var world = Registrations.in(home, "open");

        var answer = registered(world, "\"application_type\":\"web\"");

        var secret = new OpaqueToken(Registrations.text(answer, "client_secret"));
        assertThat(answer).containsEntry("token_endpoint_auth_method", "client_secret_basic").containsEntry("client_secret_expires_at", 0L);
        assertThat(world.world.database.sql().fetch(CLIENT_SECRET).formatCSV()).contains(secret.hash()).doesNotContain(secret.value());
        assertThat(world.client(Registrations.text(answer, "client_id")).proof().method()).isEqualTo(AuthenticationMethod.CLIENT_SECRET_BASIC);
    }

    @Test
    void keepsTheSecretOutOfLogs() {
        var answer = register(Registrations.in(home, "open"), "\"scope\":\"mcp_api.read\"", address("192.0.2.1"));

        assertThat(answer).isInstanceOfSatisfying(RegistrationAnswer.Registered.class, registered ->
                assertThat(answer.toString()).doesNotContain(Registrations.text(registered.information(), "client_secret")));
    }

    @Test
    void m08RegistersNobodyWhileItIsOff() {
        var world = Registrations.in(home, "off");

        assertThat(register(world, PUBLIC, address("192.0.2.1"))).isInstanceOf(RegistrationAnswer.Refused.class);

        assertThat(world.service.waiting()).isEmpty();
    }

    @Test
    void m08WaitsForAnAdministrator() {
        var world = Registrations.in(home, "approval");
        var id = Registrations.text(registered(world, PUBLIC), "client_id");
        assertThat(world.usable.find(id)).isEmpty();
        assertThat(world.usable.awaitsApproval(id)).isTrue();
        assertThat(world.service.waiting()).extracting(WaitingClient::id).containsExactly(id);

        assertThat(world.service.approve(id)).isTrue();

        assertThat(world.usable.find(id)).isPresent();
        assertThat(world.usable.awaitsApproval(id)).isFalse();
        assertThat(world.service.waiting()).isEmpty();
    }

    @Test
    void approvesAClientOnceSoThatALaterBlockStays() {
        var world = Registrations.in(home, "approval");
        var id = Registrations.text(registered(world, PUBLIC), "client_id");
        world.service.approve(id);
        world.world.disable(id);

        assertThat(world.service.approve(id)).isFalse();

        assertThat(world.usable.find(id)).isEmpty();
    }

    @Test
    void approvesNoClientThatDidNotRegisterItself() {
        var world = Registrations.in(home, "approval");
        world.world.disable("inspector");

        assertThat(world.service.approve("inspector")).isFalse();

        assertThat(world.usable.find("inspector")).isEmpty();
    }

    @Test
    void m08GivesNoMoreThanTheDefaultScopes() {
        var world = Registrations.in(home, "open");

        var wide = registered(world, PUBLIC + ",\"scope\":\"mcp_api mcp_api.read mcp_api.delete api unheard_of offline_access\"");
        var unsaid = registered(world, PUBLIC);

        assertThat(world.client(Registrations.text(wide, "client_id")).scopes())
                .containsExactlyInAnyOrder(OAuthScope.MCP_READ, OAuthScope.REFRESH_TOKEN);
        assertThat(world.client(Registrations.text(unsaid, "client_id")).scopes())
                .containsExactlyInAnyOrder(OAuthScope.MCP_READ, OAuthScope.REFRESH_TOKEN);
        assertThat(register(world, PUBLIC + ",\"scope\":\"api\"", address("192.0.2.9"))).isInstanceOf(RegistrationAnswer.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\"enabled\":true,\"approved_at\":\"2020-01-01\",\"client_id\":\"inspector\",\"client_secret\":\"chosen\"",
        "\"permitted_users\":\"AllSelfAuthorized\",\"kind\":\"PreRegistered\",\"access_token_minutes\":720,\"all_servers\":true"
    })
    void m08TakesNoPrivilegeFromTheRequest(String property) {
        var world = Registrations.in(home, "approval");

        var answer = registered(world, property);

        var client = world.client(Registrations.text(answer, "client_id"));
        assertThat(client.id()).isNotEqualTo("inspector");
        assertThat(client.enabled()).isFalse();
        assertThat(client.kind()).isEqualTo(ClientKind.DYNAMIC);
        assertThat(client.policy().permittedUsers()).isEqualTo(new PermittedUsers.All());
        assertThat(client.policy().accessTokenLifetime()).isEqualTo(Duration.ofMinutes(10));
        assertThat(answer.get("client_secret")).isNotEqualTo("chosen");
    }

    @Test
    void m08FetchesNoKeysForWhoeverRegisters() {
        var answer = register(
                Registrations.in(home, "open"),
                "\"token_endpoint_auth_method\":\"private_key_jwt\",\"jwks_uri\":\"https://client.test.example/keys\"", address("192.0.2.1"));

        assertThat(answer).isInstanceOf(RegistrationAnswer.Refused.class);
    }

    @Test
    void m08RegistersOnlySoManyFromOneAddressInAnHour() {
        var world = Registrations.in(home, "open");
        for (int i = 0; i < 3; i++) {
            registered(world, PUBLIC);
        }

        assertQuota(register(world, PUBLIC, address("192.0.2.1")));
        assertThat(register(world, PUBLIC, address("192.0.2.2"))).isInstanceOf(RegistrationAnswer.Registered.class);
        world.world.clock.advance(Duration.ofHours(1));
        assertThat(register(world, PUBLIC, address("192.0.2.1"))).isInstanceOf(RegistrationAnswer.Registered.class);
    }

    @Test
    void m08CountsTheAddressesOfOneSubscriberAsOne() {
        var world = Registrations.in(home, "open");
        for (String address : new String[] {"2001:db8::1", "2001:db8::2", "2001:db8::ffff:1"}) {
            assertThat(register(world, PUBLIC, address(address))).isInstanceOf(RegistrationAnswer.Registered.class);
        }

        assertQuota(register(world, PUBLIC, address("2001:db8::abcd")));
        assertThat(register(world, PUBLIC, address("2001:db8:0:1::1"))).isInstanceOf(RegistrationAnswer.Registered.class);
    }

    @Test
    void m08KeepsOnlySoManyThatNobodyUses() {
        var world = Registrations.in(home, "approval");
        for (int i = 0; i < 5; i++) {
            assertThat(register(world, PUBLIC, address("192.0.2." + i))).isInstanceOf(RegistrationAnswer.Registered.class);
        }

        assertQuota(register(world, PUBLIC, address("192.0.2.77")));
    }

    @Test
    void m08KeepsTheQuotaWhenManyRegisterAtOnce() {
        var world = Registrations.in(home, "open");
        var registered = new AtomicInteger();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 30; i++) {
                threads.execute(() -> {
                    if (register(world, PUBLIC, address("192.0.2.1")) instanceof RegistrationAnswer.Registered) {
                        registered.incrementAndGet();
                    }
                });
            }
        }

        assertThat(registered).hasValue(3);
    }

    private static Map<String, Object> registered(Registrations world, String property) {
        var answer = register(world, property, address("192.0.2.1"));
        assertThat(answer).isInstanceOf(RegistrationAnswer.Registered.class);
        return ((RegistrationAnswer.Registered) answer).information();
    }

    private static RegistrationAnswer register(Registrations world, String property, ClientAddress address) {
        return world.service.register(
                Registrations.bytes("{\"client_name\":\"x\",\"redirect_uris\":[\"http://127.0.0.1/cb\"]," + property + "}"), address);
    }

    private static void assertQuota(RegistrationAnswer answer) {
        assertThat(answer).isInstanceOfSatisfying(RegistrationAnswer.Refused.class, refused ->
                assertThat(refused.error().getHTTPStatusCode()).isEqualTo(429));
    }

    private static ClientAddress address(String text) {
        return ClientAddress.parse(text).orElseThrow();
    }
}
