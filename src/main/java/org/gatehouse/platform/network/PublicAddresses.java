package org.gatehouse.platform.network;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.IPAddressString;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses belong to the public internet, after the special-purpose registries of IANA (RFC 6890). The rest is this machine, its
 * network, or a way through a translator to one of them.
 */
public final class PublicAddresses {
    private static final List<IPAddress> IPV4_SPECIAL = ranges(
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");

    /** Global unicast is the only public part of IPv6: loopback, local, multicast, mapped and NAT64 addresses lie outside of it. */
    private static final IPAddress IPV6_PUBLIC = range("2000::/3");

    /** Within it: protocol assignments with Teredo, documentation, and 6to4, which carries an IPv4 address. */
    private static final List<IPAddress> IPV6_SPECIAL = ranges("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    private PublicAddresses() {}

    /** Whether the address is one of them. */
    public static boolean include(InetAddress address) {
        // A new generator holds no cache, so names that strangers make this server resolve leave nothing behind.
        IPAddress read = new IPAddressGenerator().from(address);
        if (read.isIPv4()) {
            return IPV4_SPECIAL.stream().noneMatch(range -> range.contains(read));
        }
        return IPV6_PUBLIC.contains(read) && IPV6_SPECIAL.stream().noneMatch(range -> range.contains(read));
    }

    private static List<IPAddress> ranges(String... texts) {
        return Stream.of(texts).map(PublicAddresses::range).toList();
    }

    private static IPAddress range(String text) {
        return new IPAddressString(text).getAddress();
    }
}
