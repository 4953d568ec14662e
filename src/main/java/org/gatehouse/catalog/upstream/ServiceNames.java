package org.gatehouse.catalog.upstream;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.gatehouse.platform.network.PublicAddresses;

/**
 * Resolves the names of services. A name leads to public addresses only, unless the operator named it as a private one; that one leads to no address that belongs
 * to nobody's service, such as the one under which clouds tell a machine its secrets. The HTTP client connects to what this returned and to nothing else.
 */
record ServiceNames(DnsResolver names, AllowedHosts privateHosts) implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        boolean named = privateHosts.name(host);
        // One address out of bounds refuses them all: a name with a public and a private address is no accident.
        if (addresses.length == 0 || !Arrays.stream(addresses).allMatch(address -> named ? isSomebodys(address) : PublicAddresses.include(address))) {
            throw new UnknownHostException("An address of " + host + " is not admitted.");
        }
        return addresses;
    }

    private static boolean isSomebodys(InetAddress address) {
        return !address.isLinkLocalAddress() && !address.isAnyLocalAddress() && !address.isMulticastAddress();
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
