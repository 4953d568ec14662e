package org.gatehouse.catalog.openapi;

/**
 * A parameter of an operation, in one of the styles that are sent: {@code form} in the query, {@code simple} elsewhere.
 *
 * @param argument its name among the tool's arguments
 * @param name its name in the request
 * @param explode whether each value of a list in the query has a name of its own, rather than commas between them
 */
public record OperationParameter(String argument, String name, Location location, boolean explode) {
    /** Where it stands in the request. */
    public enum Location {
        PATH,
        QUERY,
        HEADER
    }
}
