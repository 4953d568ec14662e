package org.gatehouse.oauth.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectUrisTest {
    private static final String WEB = "https://client.example/callback?app=1";

    @ParameterizedTest(name = "{0} admits {1}")
    @CsvSource({
        "https://client.example/callback?app=1, https://client.example/callback?app=1",
        "http://127.0.0.1/cb,                   http://127.0.0.1/cb",
        "http://127.0.0.1/cb,                   http://127.0.0.1:6276/cb",
        "http://127.0.0.1:9/cb,                 http://127.0.0.1:6276/cb",
        "http://[::1]/cb,                       http://[::1]:6276/cb",
        "http://localhost/cb?x=1,               http://localhost:65535/cb?x=1",
    })
    void admitsTheRegisteredUriAndAnyPortOfALoopbackAddress(String registered, String requested) {
        boolean matches = RedirectUris.match(registered, requested, false);

        assertThat(matches).isTrue();
    }

    /** Attacks A01 to A03. */
    @ParameterizedTest
    @ValueSource(strings = {
        "https://client.example/callback",
        "https://client.example/callback/?app=1",
        "https://client.example/callback/more?app=1",
        "https://client.example/callback?app=1&more=1",
        "https://client.example/Callback?app=1",
        "https://CLIENT.example/callback?app=1",
        "HTTPS://client.example/callback?app=1",
        "https://client.example:443/callback?app=1",
        "https://client.example:8443/callback?app=1",
        "http://client.example/callback?app=1",
        "https://client.example.evil.example/callback?app=1",
        "https://user@client.example/callback?app=1",
        "https://client.example@evil.example/callback?app=1",
        "https://client.example\\@evil.example/callback?app=1",
        "https://evil.example\\client.example/callback?app=1",
        "https://client.example/callback?app=1\t",
        "https://client.example/callback?app=1\n",
        "https://client.example/callback%00?app=1",
        "https://client.example/x/..;/callback?app=1",
        "https://client.example/%2e%2e/callback?app=1",
        "https://client.example//callback?app=1",
        "https://client.example/callback?app=1#",
        "https://client.example/callback?app=1#fragment",
        "//client.example/callback?app=1",
        "/callback?app=1",
        "",
        " ",
    })
    void a01a02a03RefusesWhatIsNotExactlyTheRegisteredUri(String requested) {
        boolean matches = RedirectUris.match(WEB, requested, false);

        assertThat(matches).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "http://127.0.0.1:6276/",
        "http://127.0.0.1:6276/cb/",
        "http://127.0.0.1:6276/cb?x",
        "http://127.0.0.1:/cb",
        "http://127.0.0.1:65536/cb",
        "http://127.0.0.1:-1/cb",
        "http://127.0.0.1:6276@evil.example/cb",
        "http://user@127.0.0.1:6276/cb",
        "http://127.0.0.1:6276/cb#x",
        "https://127.0.0.1:6276/cb",
        "http://127.0.0.2:6276/cb",
        "http://127.1:6276/cb",
        "http://2130706433:6276/cb",
        "http://localhost:6276/cb",
        "http://127.0.0.1.evil.example:6276/cb",
    })
    void refusesEverythingButAnotherPortOfALoopbackUri(String requested) {
        boolean matches = RedirectUris.match("http://127.0.0.1/cb", requested, false);

        assertThat(matches).isFalse();
    }

    /** Attack A05: registered or not, codes are not sent there. */
    @ParameterizedTest
    @ValueSource(strings = {
        "JaVaScRiPt:alert(1)", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "cursor://anysphere/cb", "http://client.example/cb",
        "https:client.example/cb", "https:///cb",
    })
    void a05RefusesUrisThatMayNotCarryACodeEvenIfTheyAreRegistered(String uri) {
        boolean matches = RedirectUris.match(uri, uri, false);

        assertThat(matches).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.example.agent:/callback", "cursor://anysphere.cursor-mcp/oauth/callback"})
    void admitsASchemeOfTheClientsOwnWhereTheAdministratorAllowedIt(String uri) {
        assertThat(RedirectUris.match(uri, uri, true)).isTrue();
        assertThat(RedirectUris.match(uri, uri, false)).isFalse();
        assertThat(RedirectUris.match(uri, uri + "/more", true)).isFalse();
    }

    /** Attack A05. */
    @ParameterizedTest
    @ValueSource(strings = {
        "javascript://client.example/%0aalert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x",
        "http://client.example/callback", "mailto:a@client.example", "intent://x", "Custom:/x", "com.example.agent:callback"
    })
    void a05RefusesSchemesThatABrowserActsOnInEveryCase(String uri) {
        assertThat(RedirectUris.match(uri, uri, true)).isFalse();
        assertThat(RedirectUris.acceptable(uri, true)).isFalse();
    }

    @Test
    void knowsWhichRedirectsLeadToTheMachineOfThePerson() {
        assertThat(RedirectUris.leadsToThisMachine("http://127.0.0.1:6276/cb")).isTrue();
        assertThat(RedirectUris.leadsToThisMachine("com.example.agent:/cb")).isTrue();
        assertThat(RedirectUris.leadsToThisMachine("https://client.example/cb")).isFalse();
    }
}
