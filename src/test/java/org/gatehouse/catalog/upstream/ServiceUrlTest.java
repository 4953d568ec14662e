package org.gatehouse.catalog.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.gatehouse.platform.configuration.Deployment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where services may be. */
class ServiceUrlTest {
    private static final Deployment DEPLOYMENT = new Deployment("https://gate.example", false, "/nowhere");

    @ParameterizedTest
    @ValueSource(strings = {
        "https://api.example/base", "https://api.example", "https://api.example:8443/a/b", "http://localhost:8080/orders", "http://127.0.0.1:8080", "http://[::1]:8080", "https://10.0.0.5/x"
    })
    void takesAPlainUrl(String text) {
        assertThat(ServiceUrl.parse(text)).isPresent().get().hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "http://api.example", "ftp://api.example", "https://user@api.example", "https://api.example?x", "https://api.example#x", "https://api.example/../x", "https://api.example/%2e%2e",
        "https://API.example", "https://0x7f.1", "https://2130706433", "https://127.1", "https://127.0.0.01", "https://api.example:0", "https://api.example:99999", "https://[::ffff:127.0.0.1]",
        "https://", "//api.example", "https:api.example", "https://api.example:443@evil.example", "https://api.example\\@evil.example", "http://localhost.evil.example", ""
    })
    void refusesEveryOther(String text) {
        assertThat(ServiceUrl.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.example, true", "https://api.example:8443, false", "https://other.example, false", "https://a.sub.example, true", "https://sub.example, false",
        "https://evilsub.example, false", "https://a.sub.example:8443, false", "http://localhost:8080, true", "http://localhost:9990, false", "http://127.0.0.1:8080, false"
    })
    void onlyAListedHostAndPortMayBeCalled(String url, boolean allowed) {
        var configuration = configuration("api.example, *.sub.example", "localhost:8080");

        assertThat(configuration.allows(ServiceUrl.parse(url).orElseThrow())).isEqualTo(allowed);
    }

    @Test
    void withoutSettingsNothingMayBeCalled() {
        var configuration = new UpstreamConfiguration(DEPLOYMENT, Optional.empty(), Optional.empty(), 20);

        assertThat(configuration.allows(ServiceUrl.parse("https://api.example").orElseThrow())).isFalse();
        assertThat(configuration.allows(ServiceUrl.parse("http://localhost:8080").orElseThrow())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "*.", "https://api.example", "api.example/x", "0x7f.1", "*.10.0.0.1", "a b!", "api.example:0"})
    void aSettingThatIsNoHostStopsTheStart(String host) {
        assertThatThrownBy(() -> configuration(host, "localhost:1")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("gatehouse.imported-services.hosts");
    }

    @Test
    void aPrivateHostIsNamedItself() {
        assertThatThrownBy(() -> configuration("", "*.intranet.example")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "api.example, 93.184.216.34, true", "api.example, 10.0.0.1, false", "api.example, 127.0.0.1, false", "api.example, 169.254.169.254, false",
        "intranet.example, 10.0.0.1, true", "intranet.example, 127.0.0.1, true", "intranet.example, 169.254.169.254, false", "intranet.example, 0.0.0.0, false",
    })
    void m04AListedNameLeadsToPublicAddressesAndOnlyAPrivateOneInside(String host, String address, boolean admitted) throws Exception {
        var names = new ServiceNames(resolvingTo(address), AllowedHosts.of("setting", java.util.List.of("intranet.example")));

        if (admitted) {
            assertThat(names.resolve(host)).containsExactly(InetAddress.getByName(address));
        } else {
            assertThatThrownBy(() -> names.resolve(host)).isInstanceOf(UnknownHostException.class);
        }
    }

    private static UpstreamConfiguration configuration(String hosts, String privateHosts) {
        return new UpstreamConfiguration(DEPLOYMENT, Optional.of(hosts), Optional.of(privateHosts), 20);
    }

    private static DnsResolver resolvingTo(String address) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return new InetAddress[] {InetAddress.getByName(address)};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }
}
