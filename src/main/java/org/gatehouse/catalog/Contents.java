package org.gatehouse.catalog;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The prompts and resources of the {@link ContentSource}s. */
@Singleton
public class Contents {
    private final List<ContentSource> sources;

    @Inject
    Contents(@Any Instance<ContentSource> sources) {
        this(sources.stream().toList());
    }

    public Contents(List<ContentSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** The prompt of this name. */
    public Optional<PromptHandler> prompt(String name) {
        return sources.stream().flatMap(source -> source.prompt(name).stream()).findFirst();
    }

    /** The family of resources of this name. */
    public Optional<ResourceHandler> resources(String name) {
        return sources.stream().flatMap(source -> source.resources(name).stream()).findFirst();
    }

    /** The names of all prompts. */
    public List<String> prompts() {
        return sources.stream().flatMap(source -> source.prompts().stream()).toList();
    }

    /** The names of all families of resources. */
    public List<String> families() {
        return sources.stream().flatMap(source -> source.families().stream()).toList();
    }

    /** Changes whenever one comes, goes or becomes another. */
    public List<Long> versions() {
        return sources.stream().map(ContentSource::version).toList();
    }
}
