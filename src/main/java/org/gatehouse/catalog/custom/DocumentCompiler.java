package org.gatehouse.catalog.custom;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.catalog.CheckedTool;
import org.gatehouse.catalog.Contents;
import org.gatehouse.catalog.PromptHandler;
import org.gatehouse.catalog.ResourceHandler;
import org.gatehouse.catalog.ServerDefinition;
import org.gatehouse.catalog.Tier;
import org.gatehouse.catalog.ToolAnnotations;
import org.gatehouse.catalog.ToolDefinition;
import org.gatehouse.catalog.Tools;
import org.gatehouse.catalog.custom.ServerDocument.Hints;
import org.gatehouse.catalog.custom.ServerDocument.NamedQuery;
import org.gatehouse.catalog.custom.ServerDocument.PromptText;
import org.gatehouse.catalog.custom.ServerDocument.ResourceChoice;
import org.gatehouse.catalog.custom.ServerDocument.ToolChoice;
import org.jspecify.annotations.Nullable;

/** Makes a server of a document that was checked. */
@Singleton
class DocumentCompiler {
    private final Tools tools;
    private final Contents contents;
    private final CustomParts parts;

    @Inject
    DocumentCompiler(Tools tools, Contents contents, CustomParts parts) {
        this.tools = tools;
        this.contents = contents;
        this.parts = parts;
    }

    /**
     * The server.
     *
     * @param name with the group, for example {@code custom/Sales}
     * @param version the number of the published version
     */
    ServerDefinition compile(String name, ServerDocument document, String version) {
        // A tool that is gone since the document was published is not offered any more; the others are.
        List<CheckedTool> offered = Stream.concat(
                        document.tools().stream().flatMap(choice -> tool(choice).stream()),
                        document.queries().stream().map(query -> CheckedTool.of(parts.tool(query))))
                .toList();
        return new ServerDefinition(
                name, Objects.requireNonNullElse(document.title(), name), Objects.requireNonNullElse(document.instructions(), ""), tiers(document, offered),
                offered, document.prompts().stream().flatMap(prompt -> prompt(prompt).stream()).toList(),
                document.resources() == null ? List.of() : resources(document.resources(), document.queries()), version, document.icons());
    }

    /** A prompt that is gone since the document was published is not offered any more, like a tool. */
    private Optional<PromptHandler> prompt(PromptText prompt) {
        return prompt.prompt() == null ? Optional.of(parts.prompt(prompt)) : contents.prompt(prompt.prompt());
    }

    private List<ResourceHandler> resources(ResourceChoice choice, List<NamedQuery> queries) {
        return Stream.concat(parts.resources(choice, queries).stream(), choice.families().stream().flatMap(name -> contents.resources(name).stream())).toList();
    }

    /** Prompts and resources read. */
    private static List<Tier> tiers(ServerDocument document, List<CheckedTool> tools) {
        boolean reads = !document.prompts().isEmpty() || document.resources() != null;
        return Arrays.stream(Tier.values())
                .filter(tier -> (tier == Tier.READ && reads) || tools.stream().anyMatch(tool -> tool.definition().tier() == tier))
                .toList();
    }

    private Optional<CheckedTool> tool(ToolChoice choice) {
        return Optional.ofNullable(choice.tool()).flatMap(tools::find).map(tool -> {
            ToolDefinition own = tool.definition();
            return tool.as(
                    Objects.requireNonNullElse(choice.name(), own.name()), Objects.requireNonNullElse(choice.title(), own.title()),
                    Objects.requireNonNullElse(choice.description(), own.description()), annotations(own.annotations(), choice.annotations()),
                    choice.icons().isEmpty() ? own.icons() : choice.icons());
        });
    }

    private static ToolAnnotations annotations(ToolAnnotations own, @Nullable Hints hints) {
        return hints == null
                ? own
                : new ToolAnnotations(
                        own.readOnly() && !Boolean.FALSE.equals(hints.readOnly()), own.destructive() || Boolean.TRUE.equals(hints.destructive()),
                        own.idempotent() && !Boolean.FALSE.equals(hints.idempotent()), own.openWorld() || Boolean.TRUE.equals(hints.openWorld()));
    }
}
