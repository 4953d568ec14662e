package org.gatehouse.oauth.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharedClientTest {
    @Test
    void noPresetIsTakenForSeveralAgents() {
        assertThat(ClientPreset.ALL).allSatisfy(preset -> assertThat(SharedClient.warnings(preset.redirectUris())).as(preset.name()).isEmpty());
    }

    @Test
    void namesTheAgentsThatShareAClient() {
        List<String> uris = Stream.of("claude", "cursor")
                .flatMap(name -> ClientPreset.ALL.stream().filter(preset -> preset.name().equals(name)))
                .flatMap(preset -> preset.redirectUris().stream())
                .toList();

        assertThat(SharedClient.warnings(uris)).singleElement().asString().contains("Claude, Cursor.");
        assertThat(SharedClient.warnings(List.of("https://chatgpt.com/connector_platform_oauth_redirect", "https://agent.example/callback")))
                .singleElement().asString().contains("ChatGPT, agent.example.");
        assertThat(SharedClient.warnings(List.of("https://a.example/one", "com.example.app:/callback"))).singleElement().asString()
                .contains("a.example, com.example.app:.");
    }

    @Test
    void oneHostWithSeveralPathsOrPortsOfTheOwnMachineIsOneAgent() {
        assertThat(SharedClient.warnings(List.of("https://a.example/one", "https://a.example/two", "http://127.0.0.1/x", "http://localhost/y"))).isEmpty();
        assertThat(SharedClient.warnings(List.of())).isEmpty();
    }
}
