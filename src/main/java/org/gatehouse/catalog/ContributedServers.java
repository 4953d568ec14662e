package org.gatehouse.catalog;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/** The servers that other deployments on this application server offer at this moment. */
@Singleton
class ContributedServers {
    private static final Pattern NAME = Pattern.compile("(?!platform/|custom/)[a-z][a-z0-9-]{0,39}/[A-Za-z][A-Za-z0-9_-]{0,79}");

    private final ConcurrentMap<String, ServerDefinition> offered = new ConcurrentSkipListMap<>();

    /** Offers a server, in the place of the one of its name that was offered before. */
    void offer(ServerDefinition server) {
        if (!NAME.matcher(server.name()).matches()) {
            throw new IllegalArgumentException("A contributed server is named group/name, and platform and custom are taken: " + server.name());
        }
        offered.put(server.name(), server);
    }

    void withdraw(String name) {
        offered.remove(name);
    }

    List<ServerDefinition> all() {
        return List.copyOf(offered.values());
    }

    Optional<ServerDefinition> find(String name) {
        return Optional.ofNullable(offered.get(name));
    }
}
