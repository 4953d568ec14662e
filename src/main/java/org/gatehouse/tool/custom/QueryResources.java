package org.gatehouse.tool.custom;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gatehouse.catalog.CompletionCall;
import org.gatehouse.catalog.ResourceCall;
import org.gatehouse.catalog.ResourceEntry;
import org.gatehouse.catalog.ResourceHandler;
import org.gatehouse.catalog.ResourceTemplate;
import org.gatehouse.catalog.custom.ServerDocument.NamedQuery;
import org.gatehouse.catalog.content.ResourceContent;
import org.gatehouse.identity.Caller;
import org.gatehouse.platform.json.Json;
import org.gatehouse.query.QueryService;
import org.gatehouse.tool.QueryAnswers;

/** The answers of queries that need no argument. */
final class QueryResources implements ResourceHandler {
    private static final String SCHEME = "query://";

    private final List<NamedQuery> named;
    private final QueryService queries;

    QueryResources(List<NamedQuery> named, QueryService queries) {
        this.named = List.copyOf(named);
        this.queries = queries;
    }

    @Override
    public Optional<ResourceTemplate> template() {
        return Optional.empty();
    }

    @Override
    public List<ResourceEntry> list(Caller caller) {
        return named.stream()
                .map(query -> new ResourceEntry(
                        SCHEME + query.name(), Objects.requireNonNull(query.name()), Objects.requireNonNullElse(query.title(), query.name()),
                        Objects.requireNonNull(query.description()), ResourceContent.JSON))
                .toList();
    }

    @Override
    public Optional<ResourceContent> read(ResourceCall call) {
        return named.stream().filter(query -> call.uri().equals(SCHEME + query.name())).findFirst().map(query -> ResourceContent.json(call.uri(), QueryAnswers.of(
                queries.query(call.caller(), Objects.requireNonNull(query.query()), new QueryValues(query.arguments()).of(Json.object())), call)));
    }

    @Override
    public List<String> complete(CompletionCall call) {
        return List.of();
    }
}
