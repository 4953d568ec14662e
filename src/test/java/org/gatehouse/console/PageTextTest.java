package org.gatehouse.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pages take over from outside: names and addresses of clients, ids of requests. */
class PageTextTest {
    @ParameterizedTest
    @CsvSource({
        "https://client.example/callback?x=1, https://client.example",
        "https://client.example:8443/callback, https://client.example:8443",
        "http://127.0.0.1:6276/oauth/callback, http://127.0.0.1:6276",
        "http://localhost:6276/, http://localhost:6276",
        "http://[::1]:6276/, http:",
    })
    void letsAFormLeadToTheClientAndNowhereElse(String redirectUri, String source) {
        var policy = ContentSecurityPolicy.leadingTo(redirectUri);

        assertThat(policy).endsWith("; form-action 'self' " + source);
        assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'").doesNotContain("unsafe");
    }

    @Test
    void takesTricksOutOfAClientsName() {
        assertThat(DisplayText.of("Trusted\u202Eknab\n\u0007App\u200B")).isEqualTo("TrustedknabApp");
        assertThat(DisplayText.of("x".repeat(10_000))).hasSize(80);
        assertThat(DisplayText.of(" \u202E ")).isEqualTo("(no name)");
        assertThat(DisplayText.of("<b>bold</b>")).isEqualTo("<b>bold</b>");
    }

    @ParameterizedTest
    @CsvSource({"//evil.example, -", "/\\evil, -", "https:evil, -", "x&y, -", "'', ''"})
    void putsNothingButIdsIntoUrls(String parameter, String id) {
        assertThat(AuthorizationPages.id(parameter)).isEqualTo(id);
    }

    @Test
    void knowsAnId() {
        assertThat(AuthorizationPages.id("A".repeat(43))).isEqualTo("A".repeat(43));
        assertThat(AuthorizationPages.id(null)).isEmpty();
    }
}
