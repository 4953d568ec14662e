package org.gatehouse.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigurationCheckTest {
    private final ConfigurationCheck check = new ConfigurationCheck(Set.of("gatehouse.public-url", "gatehouse.demo", "gatehouse.home"));

    @Test
    void acceptsKnownSettingsAndThoseOfOthers() {
        List<String> complaints = check.complaints(List.of("gatehouse.demo", "java.home", "quarkus.http.port"));

        assertThat(complaints).isEmpty();
    }

    @Test
    void namesTheNearestKnownSetting() {
        List<String> complaints = check.complaints(List.of("gatehouse.publicurl"));

        assertThat(complaints).containsExactly("Unknown setting gatehouse.publicurl; did you mean gatehouse.public-url?");
    }

    @Test
    void complainsOfEveryUnknownSetting() {
        List<String> complaints = check.complaints(List.of("gatehouse.dema", "gatehouse.homes"));

        assertThat(complaints).hasSize(2);
    }
}
