package org.gatehouse.identity.external;

import java.net.URI;
import java.util.Set;

/** Where a provider may be: behind TLS (OpenID Connect Core 1.0 section 16.17), or on this machine. */
final class ProviderUrls {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private ProviderUrls() {}

    static boolean allowed(URI url) {
        boolean plain = url.getHost() != null && url.getRawUserInfo() == null && url.getRawFragment() == null;
        return plain && ("https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost())));
    }
}
