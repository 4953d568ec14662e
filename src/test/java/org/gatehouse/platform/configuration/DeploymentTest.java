package org.gatehouse.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentTest {
    @Test
    void buildsUrlsFromThePublicUrlAlone() {
        var deployment = new Deployment("https://agents.company.example:8443", false, "/var/lib/gatehouse");

        assertThat(deployment.url("/oauth2/token")).isEqualTo("https://agents.company.example:8443/oauth2/token");
        assertThat(deployment.secure()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "agents.company.example",
        "ftp://agents.company.example",
        "https://agents.company.example/",
        "https://agents.company.example/gatehouse",
        "https://agents.company.example?x=1",
        "https://agents.company.example#x",
        "https://user@agents.company.example"
    })
    void refusesAPublicUrlThatCannotBeAnIssuer(String url) {
        assertThatThrownBy(() -> new Deployment(url, false, "/var/lib/gatehouse")).hasMessageContaining("gatehouse.public-url");
    }
}
