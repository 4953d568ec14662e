package org.gatehouse.catalog;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.gatehouse.oauth.token.ProtectedResource;
import org.gatehouse.oauth.token.ProtectedResources;

/** The active MCP servers as OAuth's protected resources. */
@Singleton
class ServerResources implements ProtectedResources {
    /** Always there, and never the one resource that a client means without saying so. */
    private static final ProtectedResource API =
            new ProtectedResource(ProtectedResource.API_PATH, "Gatehouse automation", List.of("api", "refresh_token"));

    private final ActiveServers activeServers;

    @Inject
    ServerResources(ActiveServers activeServers) {
        this.activeServers = activeServers;
    }

    @Override
    public Optional<ProtectedResource> find(String path) {
        return path.equals(API.path()) ? Optional.of(API) : all().stream().filter(resource -> resource.path().equals(path)).findFirst();
    }

    @Override
    public List<ProtectedResource> all() {
        return activeServers.now().stream()
                .map(ActiveServers.ActiveServer::definition)
                .map(server -> new ProtectedResource(server.path(), server.title(), server.scopes()))
                .toList();
    }
}
