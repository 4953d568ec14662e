package org.gatehouse.oauth.token;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.platform.configuration.Deployment;

/** Finds the one resource that a request's {@code resource} parameters name (RFC 8707 section 2). */
@Singleton
public class ResourceIndicators {
    private final Deployment deployment;
    private final ProtectedResources resources;

    @Inject
    public ResourceIndicators(Deployment deployment, ProtectedResources resources) {
        this.deployment = deployment;
        this.resources = resources;
    }

    /**
     * The canonical URL of the active resource that is asked for. Without an indicator it is the only active one, if there is only one:
     * clients older than RFC 8707 name none. A token opens one server, so two indicators name none.
     */
    public Optional<String> find(List<URI> indicators) {
        return switch (indicators.size()) {
            case 0 -> only();
            case 1 -> path(indicators.getFirst()).flatMap(resources::find).map(this::url);
            default -> Optional.empty();
        };
    }

    /** Whether a URL that {@link #find} returned earlier is still an active resource. */
    public boolean active(String url) {
        return resource(url).isPresent();
    }

    /** The active resource at a canonical URL. */
    public Optional<ProtectedResource> resource(String url) {
        return path(URI.create(url)).flatMap(resources::find);
    }

    /** The name of the MCP server at a canonical URL, for example {@code platform/object-reads}; empty if the URL is not under their path. */
    public Optional<String> mcpServer(String url) {
        String prefix = deployment.url(ProtectedResource.MCP_PATH);
        return url.startsWith(prefix) ? Optional.of(url.substring(prefix.length())) : Optional.empty();
    }

    /** Whether indicators, if any are given, name the resource at this canonical URL. */
    public boolean matches(String url, List<URI> indicators) {
        return indicators.isEmpty() || find(indicators).filter(url::equals).isPresent();
    }

    private Optional<String> only() {
        List<ProtectedResource> all = resources.all();
        return all.size() == 1 ? Optional.of(url(all.getFirst())) : Optional.empty();
    }

    private String url(ProtectedResource resource) {
        return deployment.url(resource.path());
    }

    /** The path, if the URL is one of this installation. Scheme and host in upper case are the same place (RFC 3986 section 6.2.2.1). */
    private Optional<String> path(URI url) {
        URI own = URI.create(deployment.publicUrl());
        boolean here = url.getScheme() != null
                && url.getHost() != null
                && url.getScheme().toLowerCase(Locale.ROOT).equals(own.getScheme())
                && url.getHost().equalsIgnoreCase(own.getHost())
                && port(url) == port(own)
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
        return here ? Optional.of(url.getRawPath()) : Optional.empty();
    }

    private static int port(URI url) {
        if (url.getPort() != -1) {
            return url.getPort();
        }
        return "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    }
}
