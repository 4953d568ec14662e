package org.gatehouse.catalog;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The tools there are: every bean that implements {@link ToolHandler}, and those of the {@link ToolSource}s. Two beans of one name, or a schema that does
 * not compile, stop the start; a source cannot take the name of a bean.
 */
@Singleton
public class Tools {
    private final Map<String, CheckedTool> byName = new HashMap<>();
    private final List<ToolSource> sources;

    @Inject
    Tools(@Any Instance<ToolHandler> beans, @Any Instance<ToolSource> sources) {
        this(beans, sources.stream().toList());
    }

    Tools(Iterable<ToolHandler> handlers, List<ToolSource> sources) {
        for (ToolHandler handler : handlers) {
            String name = handler.definition().name();
            if (byName.put(name, CheckedTool.of(handler)) != null) {
                throw new IllegalStateException("Two tools are named " + name + "; a tool's name is how clients call it.");
            }
        }
        this.sources = List.copyOf(sources);
    }

    /** The tool of this name. */
    public Optional<CheckedTool> find(String name) {
        return Optional.ofNullable(byName.get(name)).or(() -> sources.stream().flatMap(source -> source.find(name).stream()).findFirst());
    }

    /** Changes whenever a tool of a source comes, goes or becomes another. */
    public List<Long> versions() {
        return sources.stream().map(ToolSource::version).toList();
    }

    /** All of them with where each comes from: those of Gatehouse by name, then those of each source. */
    public List<Available> available() {
        Stream<Available> own = new TreeMap<>(byName).values().stream().map(tool -> new Available(tool.definition(), "gatehouse"));
        Stream<Available> others = sources.stream().flatMap(
                source -> source.all().stream().map(tool -> new Available(tool.definition(), source.origin(tool.definition().name()))));
        return Stream.concat(own, others).toList();
    }

    /** What sources could not offer, and why. */
    public List<String> refusals() {
        return sources.stream().flatMap(source -> source.refusals().stream()).toList();
    }

    /** A tool that custom servers can name, and where it comes from. */
    public record Available(ToolDefinition definition, String origin) {}
}
