package org.gatehouse.mcp.transport;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.platform.configuration.ConfigurationKeys;

/** Who else may name and call the MCP endpoints, besides the public URL itself. Both lists are empty unless set. */
@Singleton
public class McpSettings implements ConfigurationKeys {
    static final String ALLOWED_ORIGINS = "gatehouse.mcp.allowed-origins";
    static final String ALLOWED_HOSTS = "gatehouse.mcp.allowed-hosts";

    private final List<String> allowedOrigins;
    private final List<String> allowedHosts;

    @Inject
    public McpSettings(
            @ConfigProperty(name = ALLOWED_ORIGINS) Optional<List<String>> allowedOrigins,
            @ConfigProperty(name = ALLOWED_HOSTS) Optional<List<String>> allowedHosts) {
        this.allowedOrigins = List.copyOf(allowedOrigins.orElse(List.of()));
        this.allowedHosts = List.copyOf(allowedHosts.orElse(List.of()));
    }

    /** Origins of web pages that may call, for example {@code https://console.example.com}. */
    List<String> allowedOrigins() {
        return allowedOrigins;
    }

    /** Values of the Host header that are this installation too, for example {@code gatehouse.internal:8080}. */
    List<String> allowedHosts() {
        return allowedHosts;
    }

    @Override
    public Set<String> keys() {
        return Set.of(ALLOWED_ORIGINS, ALLOWED_HOSTS);
    }
}
