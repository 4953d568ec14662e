package org.gatehouse.catalog.custom;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.catalog.Contents;
import org.gatehouse.catalog.PublishedServers;
import org.gatehouse.catalog.ServerDefinition;
import org.gatehouse.catalog.Tools;
import org.gatehouse.catalog.custom.CustomServerStore.Version;

/** The servers of the published documents, each made once per version, and anew when tools, prompts or resources came or went. */
@Singleton
class PublishedDocuments implements PublishedServers {
    private final CustomServerStore store;
    private final DocumentCompiler compiler;
    private final Tools tools;
    private final Contents contents;
    private volatile Map<String, Compiled> known = Map.of();

    @Inject
    PublishedDocuments(CustomServerStore store, DocumentCompiler compiler, Tools tools, Contents contents) {
        this.store = store;
        this.compiler = compiler;
        this.tools = tools;
        this.contents = contents;
    }

    @Override
    public List<ServerDefinition> all() {
        Map<String, Compiled> before = known;
        Map<String, Compiled> now = new HashMap<>();
        // Read first: a tool that comes meanwhile makes the next look different.
        List<Long> partVersions = Stream.concat(tools.versions().stream(), contents.versions().stream()).toList();
        List<ServerDefinition> servers = store.published().stream().flatMap(version -> {
            Compiled compiled = before.get(version.server());
            Optional<ServerDefinition> server = compiled != null && compiled.digest().equals(version.publication().digest())
                            && compiled.server().version().equals(number(version)) && compiled.parts().equals(partVersions)
                    ? Optional.of(compiled.server())
                    : compile(version);
            server.ifPresent(made -> now.put(version.server(), new Compiled(version.publication().digest(), partVersions, made)));
            return server.stream();
        }).toList();
        known = Map.copyOf(now);
        return servers;
    }

    /** A document that an earlier release accepted and this one cannot read takes its server out of use, and no other. */
    private Optional<ServerDefinition> compile(Version version) {
        try {
            return Optional.of(compiler.compile(version.server(), CustomServerStore.document(version.document()), number(version)));
        } catch (RuntimeException e) {
            CustomServerLog.LOG.unusable(version.server(), e);
            return Optional.empty();
        }
    }

    private static String number(Version version) {
        return Integer.toString(version.publication().number());
    }

    private record Compiled(String digest, List<Long> parts, ServerDefinition server) {}
}
