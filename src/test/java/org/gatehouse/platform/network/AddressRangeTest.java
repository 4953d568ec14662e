package org.gatehouse.platform.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Group I of the attacks, as far as it is about ranges. */
class AddressRangeTest {
    @ParameterizedTest(name = "{0} holds {1}: {2}")
    @CsvSource({
        "10.0.0.5-10.0.0.9,      10.0.0.5,            true",
        "10.0.0.5-10.0.0.9,      10.0.0.9,            true",
        "10.0.0.5-10.0.0.9,      10.0.0.4,            false",
        "10.0.0.5-10.0.0.9,      10.0.0.10,           false",
        "10.0.0.5-10.0.1.2,      10.0.0.255,          true",
        "192.0.2.7,              192.0.2.7,           true",
        "192.0.2.7,              192.0.2.8,           false",
        "192.0.2.7/32,           192.0.2.7,           true",
        "192.0.2.6/31,           192.0.2.7,           true",
        "192.0.2.6/31,           192.0.2.8,           false",
        "192.0.2.77/24,          192.0.2.1,           true",
        "0.0.0.0/0,              255.255.255.255,     true",
        "0.0.0.0/0,              ::1,                 false",
        "::/0,                   192.0.2.7,           false",
        "::/0,                   2001:db8::1,         true",
        "2001:db8::/32,          2001:DB8:0:0::9,     true",
        "2001:db8::/32,          2001:db9::1,         false",
        "192.0.2.0/24,           ::ffff:192.0.2.7,    true",
        "::ffff:192.0.2.7,       192.0.2.7,           true",
    })
    void i04i05HoldsExactlyItsAddresses(String range, String address, boolean held) {
        assertThat(AddressRange.parse(range).contains(ClientAddress.parse(address).orElseThrow())).isEqualTo(held);
    }

    @Test
    void i08NeverHoldsAnUnknownAddress() {
        assertThat(AddressRange.parse("0.0.0.0/0").contains(ClientAddress.UNKNOWN)).isFalse();
        assertThat(AddressRange.parse("::/0").contains(ClientAddress.UNKNOWN)).isFalse();
    }

    @Test
    void i05RefusesAFirstAddressAfterTheLast() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressRange.of("10.0.0.9", "10.0.0.5"))
                .withMessageContaining("10.0.0.9 comes after 10.0.0.5");
        assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.of("10.0.0.9", "::1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "::ffff:10.0.1", "::ffff:010.0.0.1", "::ffff:0x0a.0.0.1", "010.0.0.1", "0x0a.0.0.1", "0x0a000001", "167772161", "10.1", "10.0.1", "1.2.3.4.5", "256.0.0.1", "10.0.0.*", "10.0.0.1-2", " ", "",
        "10.0.0.1 ", "fe80::1%eth0", "::1%1", "1::2::3", ":::", "12345::", "*", "localhost", "10.0.0.1/8", "١.١.١.١", "[::1]", "1.2.3.4\n"
    })
    void i06i07ReadsNoOtherSpellingAsAnAddress(String text) {
        assertThat(ClientAddress.parse(text)).isEmpty();
    }

    @Test
    void i07SpellsEachAddressInOneWay() {
        assertThat(ClientAddress.parse("2001:0DB8:0:0:0:0:0:1")).isEqualTo(ClientAddress.parse("2001:db8::1"));
        assertThat(ClientAddress.parse("::ffff:c000:207").orElseThrow()).hasToString("192.0.2.7");
    }
}
