package org.gatehouse.platform.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names to admitted addresses only. The HTTP client connects to what this returned and to nothing else, so a name that resolves to
 * another address a moment later gains nothing.
 */
record CheckedNames(DnsResolver names, Predicate<InetAddress> admitted) implements DnsResolver {

    /** One address out of bounds refuses them all: a name with a public and a private address is no accident. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        if (addresses.length == 0 || !Arrays.stream(addresses).allMatch(admitted)) {
            throw new UnknownHostException("An address of " + host + " is not public.");
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
