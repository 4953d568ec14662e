package org.gatehouse.catalog.custom;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.gatehouse.platform.problem.Problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * A custom server as an administrator sees it.
 *
 * @param name without the group, for example {@code Sales}
 * @param version the version of the draft; a change names it
 * @param draft what is edited; exported and imported as it stands
 * @param published what callers get once the server is active; null if nothing was published
 * @param differences from the published document to the draft, as a JSON patch (RFC 6902); null if nothing was published
 * @param warnings what to look at before the draft is published
 */
public record CustomServer(
        String name, int version, String changedAt, String changedBy, ServerDocument draft, @Nullable Publication published,
        @Nullable JsonNode differences, List<Violation> warnings) {
    public CustomServer {
        warnings = List.copyOf(warnings);
    }

    /**
     * A published version.
     *
     * @param number counts up from 1
     * @param digest SHA-256 of the document's text, in hexadecimal
     */
    public record Publication(int number, String digest, String publishedAt, String publishedBy) {}
}
