package org.gatehouse.mcp.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.gatehouse.platform.network.CrossOrigin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownNamesTest {
    private final KnownNames production = new KnownNames("https://Gate.example", pages("https://console.example"), List.of("10.0.0.7:8080"));
    private final KnownNames local = new KnownNames("http://localhost:8080", pages(), List.of());

    @ParameterizedTest
    @ValueSource(strings = {
        "null", "", "https://gate.example.evil", "https://gate.example:444", "https://gate.example:443", "http://gate.example", "HTTPS://GATE.EXAMPLE",
        "https://evil.example", "https://x.gate.example", "https://gate.example/", "https://gate.example, https://gate.example", "http://localhost:8080"
    })
    void x01RefusesForeignOrigins(String origin) {
        assertThat(production.allowsOrigin(origin)).isFalse();
    }

    @Test
    void allowsItsOwnOriginAndConfiguredOnes() {
        assertThat(production.allowsOrigin("https://gate.example")).isTrue();
        assertThat(production.allowsOrigin("https://console.example")).isTrue();
        assertThat(local.allowsOrigin("http://localhost:8080")).isTrue();
        assertThat(local.allowsOrigin("http://localhost.evil.example:8080")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "a:2$", "evil.example", "gate.example.evil", "gate.example:80", "gate.example:8443", "gate.example@evil.example", "localhost", "10.0.0.7",
        "gate.example, gate.example", "gate.example."
    })
    void x02RefusesForeignHosts(String host) {
        assertThat(production.allowsHost(host)).isFalse();
    }

    @Test
    void allowsItsOwnHostAndConfiguredOnes() {
        assertThat(production.allowsHost("gate.example")).isTrue();
        assertThat(production.allowsHost("GATE.example:443")).isTrue();
        assertThat(production.allowsHost("10.0.0.7:8080")).isTrue();
    }

    @Test
    void allowsEveryFormOfLoopbackOnItsPortWhenItIsLocal() {
        assertThat(List.of("localhost:8080", "127.0.0.1:8080", "[::1]:8080")).allMatch(local::allowsHost);
        assertThat(List.of("localhost", "localhost:8081", "127.0.0.2:8080", "evil.example:8080")).noneMatch(local::allowsHost);
    }

    private static CrossOrigin pages(String... origins) {
        return new CrossOrigin(Optional.of(List.of(origins)));
    }
}
