package org.gatehouse.catalog.imported;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service as an administrator gives it.
 *
 * @param baseUrl where it is; the paths of the description come after it
 * @param audience what it expects as the audience of tokens
 * @param description its OpenAPI description, as text; for a change nothing if it stays
 * @param operations those that are offered
 */
public record ServiceSettings(
        @Nullable String baseUrl, @Nullable String audience, @Nullable String description, List<OfferedOperation> operations) {
    public ServiceSettings {
        operations = operations == null ? List.of() : operations.stream().toList();
    }
}
