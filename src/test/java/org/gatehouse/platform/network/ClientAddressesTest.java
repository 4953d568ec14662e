package org.gatehouse.platform.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Group I of the attacks, as far as it is about who is asking. */
class ClientAddressesTest {
    private final ClientAddresses direct = new ClientAddresses(Optional.empty());
    private final ClientAddresses behind = new ClientAddresses(Optional.of("10.0.0.0/8, 2001:db8::1"));

    @Test
    void i01IgnoresHeadersOfAClientThatIsNoProxy() {
        assertThat(direct.resolve("198.51.100.1", List.of("192.0.2.7"))).hasToString("198.51.100.1");
        assertThat(behind.resolve("198.51.100.1", List.of("192.0.2.7"))).hasToString("198.51.100.1");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', value = {
        "192.0.2.7                        | 192.0.2.7",
        "6.6.6.6, 192.0.2.7               | 192.0.2.7",
        "6.6.6.6, 192.0.2.7, 10.1.1.1     | 192.0.2.7",
        "10.9.9.9, 192.0.2.7, 10.1.1.1    | 192.0.2.7",
        "192.0.2.7, 2001:DB8:0::1         | 192.0.2.7",
        "192.0.2.7, ::ffff:10.1.1.1       | 192.0.2.7",
        "10.1.1.2                         | 10.1.1.2",
        "192.0.2.7, not an address        | unknown",
        "192.0.2.7,                       | unknown",
        "192.0.2.7:4711                   | unknown",
    })
    void i02TakesTheNearestAddressThatIsNoProxy(String header, String address) {
        assertThat(behind.resolve("10.0.0.1", List.of(header))).hasToString(address);
    }

    @Test
    void i02ReadsSeveralHeadersAsOneList() {
        assertThat(behind.resolve("10.0.0.1", List.of("6.6.6.6", "192.0.2.7, 10.1.1.1"))).hasToString("192.0.2.7");
    }

    @Test
    void takesTheProxyItselfWhereItNamesNobody() {
        assertThat(behind.resolve("10.0.0.1", List.of())).hasToString("10.0.0.1");
    }

    @Test
    void i08KnowsNoAddressWhereTheListIsTooLong() {
        assertThat(behind.resolve("10.0.0.1", List.of("192.0.2.7" + ", 10.1.1.1".repeat(40)))).isEqualTo(ClientAddress.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0", "10.0.0.9-10.0.0.1", "proxy.example", "10.0.0.1 10.0.0.2", "::/129", "10.0.0.0/"})
    void refusesProxiesThatAreNoAddresses(String proxies) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientAddresses(Optional.of(proxies)));
    }
}
