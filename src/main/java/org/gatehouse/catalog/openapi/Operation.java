package org.gatehouse.catalog.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a service, fit to be a tool.
 *
 * @param key how the description knows it, for example {@code GET /orders/{id}}
 * @param name the part of the tool's name that comes after the service's
 * @param path the template, relative to the service's base URL
 * @param body whether the argument {@code body} is sent as JSON
 * @param inputSchema of the tool's arguments
 * @param outputSchema of a structured answer; null where the description does not promise one
 * @param list whether the service answers with a list, which the structured answer has under {@code items}
 */
public record Operation(
        String key, String name, String title, String description, HttpMethod method, String path, List<OperationParameter> parameters, boolean body,
        ObjectNode inputSchema, @Nullable ObjectNode outputSchema, boolean list) {
    /** The argument that is the body. */
    public static final String BODY = "body";

    /** The member of a structured answer that holds a list. */
    public static final String ITEMS = "items";

    public Operation {
        parameters = List.copyOf(parameters);
    }
}
