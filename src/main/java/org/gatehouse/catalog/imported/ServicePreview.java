package org.gatehouse.catalog.imported;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.gatehouse.catalog.Tier;
import org.jspecify.annotations.Nullable;

/**
 * What an import of a description would give.
 *
 * @param title what the description calls the service
 * @param release the version that it gives it
 * @param proposedUrl where the description says that the service is; the administrator decides
 * @param operations in the order of the description; then those that the present import has and the description has not
 */
public record ServicePreview(String title, String release, @Nullable String proposedUrl, List<PreviewedOperation> operations) {
    public ServicePreview {
        operations = List.copyOf(operations);
    }

    /** How an operation compares with that of the present import. */
    public enum Change {
        NEW,
        SAME,
        CHANGED,
        GONE
    }

    /**
     * An operation.
     *
     * @param operation its key
     * @param tool the name of the tool, without the service's; null for one that cannot be a tool
     * @param tier the kind of access that its method means
     * @param offered whether it is a tool now
     * @param differences from the present import, as a JSON patch (RFC 6902) of what the tool is made of
     * @param problems why it cannot be a tool
     * @param warnings what to look at before it is offered
     */
    public record PreviewedOperation(
            String operation, @Nullable String tool, @Nullable String title, @Nullable String description, @Nullable Tier tier, Change change, boolean offered,
            @Nullable JsonNode differences, List<String> problems, List<String> warnings) {
        public PreviewedOperation {
            problems = List.copyOf(problems);
            warnings = List.copyOf(warnings);
        }
    }
}
