package org.gatehouse.mcp.transport;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.platform.configuration.ConfigurationKeys;

/** Under which names the MCP endpoints may be called, besides the public URL itself; none unless set. */
@Singleton
public class McpSettings implements ConfigurationKeys {
    static final String ALLOWED_HOSTS = "gatehouse.mcp.allowed-hosts";

    private final List<String> allowedHosts;

    @Inject
    public McpSettings(@ConfigProperty(name = ALLOWED_HOSTS) Optional<List<String>> allowedHosts) {
        this.allowedHosts = List.copyOf(allowedHosts.orElse(List.of()));
    }

    /** Values of the Host header that are this installation too, for example {@code gatehouse.internal:8080}. */
    List<String> allowedHosts() {
        return allowedHosts;
    }

    @Override
    public Set<String> keys() {
        return Set.of(ALLOWED_HOSTS);
    }
}
