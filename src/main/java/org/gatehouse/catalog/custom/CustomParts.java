package org.gatehouse.catalog.custom;

import java.util.List;
import java.util.Set;
import org.gatehouse.catalog.PromptHandler;
import org.gatehouse.catalog.ResourceHandler;
import org.gatehouse.catalog.ToolHandler;
import org.gatehouse.catalog.custom.ServerDocument.NamedQuery;
import org.gatehouse.catalog.custom.ServerDocument.PromptText;
import org.gatehouse.catalog.custom.ServerDocument.ResourceChoice;

/** Makes the parts of a document work. All of them run as their caller. */
public interface CustomParts {
    /** The names after colons in a query. */
    Set<String> namesIn(String query);

    /** Refuses a query that cannot be read, with line and column. */
    void check(NamedQuery query);

    /** The tool that runs a query. */
    ToolHandler tool(NamedQuery query);

    /** The prompt that a text becomes. */
    PromptHandler prompt(PromptText prompt);

    /** The families of resources. */
    List<ResourceHandler> resources(ResourceChoice choice, List<NamedQuery> queries);

    /** Whether there is an object of exactly this API name. */
    boolean hasObject(String apiName);
}
