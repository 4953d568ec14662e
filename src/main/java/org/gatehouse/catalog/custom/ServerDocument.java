package org.gatehouse.catalog.custom;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.gatehouse.catalog.Icon;
import org.jspecify.annotations.Nullable;

/**
 * A custom server as administrators write it, in JSON.
 *
 * @param title the name for people
 * @param instructions what a model should know before it uses the server
 * @param tools tools of Gatehouse, in the order in which they are listed
 * @param queries queries that become tools, listed after the others
 * @param icons pictures that clients may show
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServerDocument(
        @Nullable String title,
        @Nullable String instructions,
        List<ToolChoice> tools,
        List<NamedQuery> queries,
        List<PromptText> prompts,
        @Nullable ResourceChoice resources,
        List<Icon> icons) {
    public ServerDocument {
        icons = copy(icons);
        tools = copy(tools);
        queries = copy(queries);
        prompts = copy(prompts);
    }

    /**
     * A tool of Gatehouse, with words of its own where they are given.
     *
     * @param tool its name in Gatehouse, for example {@code soqlQuery}
     * @param name its name on this server
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record ToolChoice(
            @Nullable String tool, @Nullable String name, @Nullable String title, @Nullable String description, @Nullable Hints annotations, List<Icon> icons) {
        public ToolChoice {
            icons = copy(icons);
        }
    }

    /** Hints that differ from the tool's; they may only be more careful. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Hints(@Nullable Boolean readOnly, @Nullable Boolean destructive, @Nullable Boolean idempotent, @Nullable Boolean openWorld) {}

    /**
     * A query that is a tool.
     *
     * @param query a SOQL SELECT with the names of arguments after colons, for example {@code WHERE AccountId = :account}
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record NamedQuery(
            @Nullable String name, @Nullable String title, @Nullable String description, @Nullable String query, List<QueryArgument> arguments,
            List<Icon> icons) {
        public NamedQuery {
            icons = copy(icons);
            arguments = copy(arguments);
        }
    }

    /**
     * A value that a call gives to a query.
     *
     * @param type one of text, integer, number, boolean, date and datetime
     * @param required if not, the value is null where a call leaves it out
     * @param list whether it takes several values, for IN
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record QueryArgument(@Nullable String name, @Nullable String type, @Nullable String description, boolean required, boolean list) {}

    /**
     * A prompt; its messages have {@code {{argument}}} for what the person fills in, and {@code {{argument.Field}}} for a field of a record.
     *
     * @param prompt in the place of all else, the name of a prompt that a deployment contributes
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record PromptText(
            @Nullable String prompt, @Nullable String name, @Nullable String title, @Nullable String description, List<PromptArgument> arguments,
            List<Message> messages, List<Icon> icons) {
        public PromptText {
            icons = copy(icons);
            arguments = copy(arguments);
            messages = copy(messages);
        }
    }

    /**
     * What the person fills in.
     *
     * @param object if it is a record, the API name of its object; the person gives its Id or its name
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record PromptArgument(
            @Nullable String name, @Nullable String title, @Nullable String description, boolean required, @Nullable String object) {}

    /** A message of a prompt, of the user or the assistant. */
    public record Message(@Nullable String role, @Nullable String text) {}

    /**
     * The resources of the server.
     *
     * @param schemas whether {@code schema://Object} describes objects
     * @param records the objects whose records {@code record://Object/Id} reads
     * @param queries the queries of the document that {@code query://name} runs; they need no argument
     * @param families the names of resources that deployments contribute
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record ResourceChoice(boolean schemas, List<String> records, List<String> queries, List<String> families) {
        public ResourceChoice {
            records = copy(records);
            queries = copy(queries);
            families = copy(families);
        }
    }

    /** Jackson gives null for a list that is left out. */
    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().toList();
    }
}
