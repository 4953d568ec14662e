package org.gatehouse.platform.network;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.ipv6.IPv6Address;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The address that a request comes from: IPv4 or IPv6, one spelling for each. An IPv4 address mapped into IPv6 (RFC 4291 section 2.5.5.2) is
 * the IPv4 address.
 */
public final class ClientAddress {
    /** An address that cannot be told. It is in no range. */
    public static final ClientAddress UNKNOWN = new ClientAddress(null);

    /** The longest spelling of an IPv6 address, with an IPv4 address at its end. */
    private static final int LONGEST = 45;

    /** One complete address, nothing shortened, octal, hexadecimal, ranged or scoped: what two parsers read in two ways is no address. */
    private static final IPAddressStringParameters STRICT = parameters();

    private final @Nullable IPAddress address;

    private ClientAddress(@Nullable IPAddress address) {
        this.address = address;
    }

    /** The address that a text spells in full; empty for anything else. */
    public static Optional<ClientAddress> parse(String text) {
        return strict(text).map(ClientAddress::new);
    }

    static Optional<IPAddress> strict(String text) {
        // The parser would strip blanks; what two programs may read in two ways is no address.
        if (text.isEmpty() || text.length() > LONGEST || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            return Optional.empty();
        }
        return Optional.ofNullable(new IPAddressString(text, STRICT).getAddress()).map(ClientAddress::canonical);
    }

    private static IPAddress canonical(IPAddress address) {
        IPv6Address six = address.isIPv6() ? address.toIPv6() : null;
        return six != null && six.isIPv4Mapped() ? six.getEmbeddedIPv4Address() : address;
    }

    Optional<IPAddress> address() {
        return Optional.ofNullable(address);
    }

    private static IPAddressStringParameters parameters() {
        return new IPAddressStringParameters.Builder()
                .allowEmpty(false)
                .allowAll(false)
                .allowSingleSegment(false)
                .allowPrefix(false)
                .allowMask(false)
                .allowWildcardedSeparator(false)
                .setRangeOptions(inet.ipaddr.AddressStringParameters.RangeParameters.NO_RANGE)
                .getIPv4AddressParametersBuilder()
                .allow_inet_aton(false)
                .allowLeadingZeros(false)
                .allowBinary(false)
                .getParentBuilder()
                .getIPv6AddressParametersBuilder()
                .allowZone(false)
                .allowBase85(false)
                .allowBinary(false)
                // The IPv4 address at the end of an IPv6 address has rules of its own.
                .getEmbeddedIPv4AddressParametersBuilder()
                .allow_inet_aton(false)
                .allowLeadingZeros(false)
                .allowBinary(false)
                .getEmbeddedIPv4AddressParentBuilder()
                .getParentBuilder()
                .toParams();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClientAddress that && Objects.equals(address, that.address);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(address);
    }

    /** The one spelling of the address; {@code unknown} if it cannot be told. */
    @Override
    public String toString() {
        return address == null ? "unknown" : address.toCanonicalString();
    }
}
