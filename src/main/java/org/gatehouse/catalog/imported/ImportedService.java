package org.gatehouse.catalog.imported;

import java.util.List;
import org.gatehouse.catalog.Tier;

/**
 * An imported service as an administrator sees it.
 *
 * @param name what the names of its tools begin with
 * @param title what its description calls it
 * @param release the version that its description gives it
 * @param digest SHA-256 of the description's text, in hexadecimal
 * @param operations those that are offered
 * @param tools the tools that they are, for the documents of custom servers
 * @param version a change names it
 */
public record ImportedService(
        String name, String baseUrl, String audience, String title, String release, String digest, List<OfferedOperation> operations, List<OfferedTool> tools,
        int version, String changedAt, String changedBy) {
    public ImportedService {
        operations = List.copyOf(operations);
        tools = List.copyOf(tools);
    }

    /** A tool that an operation is. */
    public record OfferedTool(String operation, String tool, Tier tier) {}
}
