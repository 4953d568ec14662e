package org.gatehouse.catalog.imported;

import java.util.List;
import java.util.Set;
import org.gatehouse.catalog.PromptHandler;
import org.gatehouse.catalog.ResourceHandler;
import org.gatehouse.catalog.ToolHandler;
import org.gatehouse.catalog.custom.CustomParts;
import org.gatehouse.catalog.custom.ServerDocument.NamedQuery;
import org.gatehouse.catalog.custom.ServerDocument.PromptText;
import org.gatehouse.catalog.custom.ServerDocument.ResourceChoice;

/** For documents that have tools only. */
final class NoParts implements CustomParts {
    @Override
    public Set<String> namesIn(String query) {
        return Set.of();
    }

    @Override
    public void check(NamedQuery query) {}

    @Override
    public ToolHandler tool(NamedQuery query) {
        throw new AssertionError("There is no query.");
    }

    @Override
    public PromptHandler prompt(PromptText prompt) {
        throw new AssertionError("There is no prompt.");
    }

    @Override
    public List<ResourceHandler> resources(ResourceChoice choice, List<NamedQuery> queries) {
        return List.of();
    }

    @Override
    public boolean hasObject(String apiName) {
        return false;
    }
}
