package org.gatehouse.tool.custom;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gatehouse.catalog.PromptHandler;
import org.gatehouse.catalog.ResourceHandler;
import org.gatehouse.catalog.ToolHandler;
import org.gatehouse.catalog.custom.CustomParts;
import org.gatehouse.catalog.custom.ServerDocument.NamedQuery;
import org.gatehouse.catalog.custom.ServerDocument.PromptText;
import org.gatehouse.catalog.custom.ServerDocument.ResourceChoice;
import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.permission.PermissionEngine;
import org.gatehouse.query.QueryEngine;
import org.gatehouse.query.QueryService;

/** Makes the parts of custom servers from queries and permissions. */
@Singleton
public class CustomToolParts implements CustomParts {
    private final QueryEngine engine;
    private final QueryService queries;
    private final CallersRecords records;
    private final ObjectCatalogs catalogs;

    @Inject
    public CustomToolParts(QueryEngine engine, QueryService queries, PermissionEngine permissions, ObjectCatalogs catalogs) {
        this.engine = engine;
        this.queries = queries;
        this.records = new CallersRecords(queries, permissions);
        this.catalogs = catalogs;
    }

    @Override
    public Set<String> namesIn(String query) {
        return engine.names(query);
    }

    @Override
    public void check(NamedQuery query) {
        QueryValues values = new QueryValues(query.arguments());
        engine.check(Objects.requireNonNull(query.query()), values.samples(true));
        engine.check(Objects.requireNonNull(query.query()), values.samples(false));
    }

    @Override
    public ToolHandler tool(NamedQuery query) {
        return new NamedQueryTool(query, queries);
    }

    @Override
    public PromptHandler prompt(PromptText prompt) {
        return new MergedPrompt(prompt, records);
    }

    @Override
    public List<ResourceHandler> resources(ResourceChoice choice, List<NamedQuery> named) {
        List<ResourceHandler> families = new ArrayList<>();
        if (choice.schemas()) {
            families.add(new SchemaResources(records));
        }
        if (!choice.records().isEmpty()) {
            families.add(new RecordResources(choice.records(), records));
        }
        if (!choice.queries().isEmpty()) {
            families.add(new QueryResources(named.stream().filter(query -> choice.queries().contains(query.name())).toList(), queries));
        }
        return families;
    }

    @Override
    public boolean hasObject(String apiName) {
        return catalogs.uncommitted().find(apiName).filter(object -> object.apiName().equals(apiName)).isPresent();
    }
}
