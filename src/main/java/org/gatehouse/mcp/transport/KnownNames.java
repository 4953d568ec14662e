package org.gatehouse.mcp.transport;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.network.CrossOrigin;

/**
 * The names under which this installation may be called. MCP, transports, security warning: servers must validate Origin, or any web page could
 * reach a server on the reader's own machine by DNS rebinding; Host is checked for the same reason.
 */
@Singleton
class KnownNames {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String origin;
    private final CrossOrigin others;
    private final Set<String> hosts = new HashSet<>();

    @Inject
    KnownNames(Deployment deployment, McpSettings settings, CrossOrigin others) {
        this(deployment.publicUrl(), others, settings.allowedHosts());
    }

    KnownNames(String publicUrl, CrossOrigin others, List<String> allowedHosts) {
        URI url = URI.create(publicUrl.toLowerCase(Locale.ROOT));
        String scheme = url.getScheme();
        int standardPort = scheme.equals("https") ? 443 : 80;
        int port = url.getPort() == -1 ? standardPort : url.getPort();
        boolean standard = port == standardPort;
        origin = scheme + "://" + url.getHost() + (standard ? "" : ":" + port);
        this.others = others;
        for (String host : LOOPBACK.contains(url.getHost()) ? LOOPBACK : Set.of(url.getHost())) {
            hosts.add(host + ":" + port);
            if (standard) {
                hosts.add(host);
            }
        }
        allowedHosts.forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
    }

    /** Whether a page of this origin may call. Browsers write origins in lower case (RFC 6454 section 6.1), so nothing is folded. */
    boolean allowsOrigin(String calling) {
        return calling.equals(origin) || others.allows(calling);
    }

    /** Whether a Host header names this installation. */
    boolean allowsHost(String host) {
        return hosts.contains(host.toLowerCase(Locale.ROOT));
    }
}
