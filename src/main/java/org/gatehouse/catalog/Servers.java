package org.gatehouse.catalog;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All MCP servers that can be active: those of Gatehouse, those that administrators have published, and those of other deployments. */
@Singleton
class Servers {
    private final List<ServerDefinition> standard;
    private final PublishedServers published;
    private final ContributedServers contributed;

    @Inject
    Servers(Tools tools, PublishedServers published, ContributedServers contributed) {
        this.standard = Arrays.stream(StandardServer.values()).map(server -> server.definition(tools)).toList();
        this.published = published;
        this.contributed = contributed;
    }

    /** Those of Gatehouse first, then the others by name. */
    List<ServerDefinition> all() {
        return Stream.of(standard, published.all(), contributed.all()).flatMap(List::stream).toList();
    }

    Optional<ServerDefinition> find(String name) {
        return all().stream().filter(server -> server.name().equals(name)).findFirst();
    }
}
