package org.gatehouse.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.platform.configuration.Deployment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jspecify.annotations.Nullable;

/** Attacks A20 and A21. */
class OriginRuleTest {
    @ParameterizedTest(name = "{0}: Origin {1}, Sec-Fetch-Site {2} -> {3}")
    @CsvSource({
        "https://g.example,      ,                          ,            true",
        "https://g.example,      https://g.example,         ,            true",
        "https://g.example,      https://g.example,         same-origin, true",
        "https://g.example,      null,                      same-origin, true",
        "https://g.example,      ,                          same-origin, true",
        "https://g.example,      null,                      ,            false",
        "https://g.example,      https://g.example,         cross-site,  false",
        "https://g.example,      https://g.example,         same-site,   false",
        "https://g.example,      https://g.example,         none,        false",
        "https://g.example,      ,                          cross-site,  false",
        "https://g.example,      https://evil.example,      ,            false",
        "https://g.example,      https://evil.example,      same-origin, false",
        "https://g.example,      https://g.example.evil,    ,            false",
        "https://g.example,      http://g.example,          ,            false",
        "https://g.example,      https://g.example:8443,    ,            false",
        "https://g.example,      HTTPS://G.EXAMPLE,         ,            false",
        "https://g.example:443,  https://g.example,         ,            true",
        "https://G.example:8443, https://g.example:8443,    ,            true",
        "http://localhost:8080,  http://localhost:8080,     same-origin, true",
        "http://localhost:8080,  http://localhost:8081,     same-site,   false",
        "http://intranet:8080,   null,                      ,            true",
        "http://intranet:8080,   http://evil.example,       ,            false",
    })
    void admitsOnlyRequestsOfOurOwnPages(String publicUrl, @Nullable String origin, @Nullable String fetchSite, boolean admitted) {
        var rule = new OriginRule(new Deployment(publicUrl, false, "/nowhere"));

        assertThat(rule.admits(origin, fetchSite)).isEqualTo(admitted);
    }
}
