package org.gatehouse.oauth.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Client ID Metadata Document, section 3; attack M04, the part that needs no network. */
class DocumentUrlTest {
    private static final AllowedDomains DOMAINS = AllowedDomains.of(List.of("claude.ai", "*.vendor.example", ".other.example"));

    @ParameterizedTest
    @ValueSource(strings = {
        "https://claude.ai/oauth/claude-code-client-metadata", "https://claude.ai/a.json", "https://apps.vendor.example/client/",
        "https://a.b.other.example/c"
    })
    void takesAPlainUrlOnAListedHost(String url) {
        assertThat(DocumentUrl.parse(url, DOMAINS)).map(found -> found.uri().toString()).contains(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://evil.example/a", "https://claude.ai.evil.example/a", "https://xclaude.ai/a", "https://sub.claude.ai/a",
        "https://vendor.example/a", "https://evilvendor.example/a", "https://claude.ai./a", "https://CLAUDE.ai/a"
    })
    void m04RefusesAHostThatIsNotListed(String url) {
        assertThat(DocumentUrl.parse(url, DOMAINS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "http://claude.ai/a", "HTTPS://claude.ai/a", "ftp://claude.ai/a", "https://user@claude.ai/a", "https://claude.ai@evil.example/a",
        "https://evil.example\\@claude.ai/a", "https://claude.ai:8443/a", "https://claude.ai:443/a", "https://claude.ai:/a",
        "https://claude.ai", "https://claude.ai/", "https://claude.ai/a?b=c", "https://claude.ai/a#b", "https://claude.ai/../a",
        "https://claude.ai/a/./b", "https://claude.ai/a/..", "https://claude.ai/%2e%2e/a", "https://claude.ai//a", "https://claude.ai/a\\b",
        "https://claude.ai/a b", "https://claude.ai/a\n", " https://claude.ai/a", "https://claude.ai/ä", "https://claude.ai/%00", "https:///a",
        "https://xn--claude.ai.evil.example/a", "claude.ai/a", ""
    })
    void m04RefusesAnyOtherSpelling(String url) {
        assertThat(DocumentUrl.parse(url, DOMAINS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://127.0.0.1/a", "https://2130706433/a", "https://0x7f000001/a", "https://0177.0.0.1/a", "https://[::1]/a",
        "https://[::ffff:127.0.0.1]/a", "https://169.254.169.254/latest", "https://localhost/a", "https://10.1/a"
    })
    void m04RefusesAnAddressInAnySpelling(String url) {
        assertThat(DocumentUrl.parse(url, DOMAINS)).isEmpty();
    }

    @Test
    void refusesAUrlThatIsTooLongForAClientId() {
        assertThat(DocumentUrl.parse("https://claude.ai/" + "a".repeat(182), DOMAINS)).isPresent();
        assertThat(DocumentUrl.parse("https://claude.ai/" + "a".repeat(183), DOMAINS)).isEmpty();
    }

    @Test
    void refusesEverythingWithoutAList() {
        assertThat(DocumentUrl.parse("https://claude.ai/a", AllowedDomains.of(List.of("", " ")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0x7f.1", "localhost", "*", "com", "https://claude.ai", "claude.ai/", "Claude.ai", "cl*ude.ai", ".."})
    void refusesAListEntryThatIsNoDomainName(String entry) {
        assertThatThrownBy(() -> AllowedDomains.of(List.of(entry))).isInstanceOf(IllegalArgumentException.class);
    }
}
