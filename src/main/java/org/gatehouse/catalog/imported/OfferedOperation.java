package org.gatehouse.catalog.imported;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.gatehouse.catalog.Tier;
import org.jspecify.annotations.Nullable;

/**
 * An operation that is a tool.
 *
 * @param operation how the description knows it, for example {@code GET /orders/{id}}
 * @param tier the kind of access that a call needs, where that is more than the method says
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OfferedOperation(@Nullable String operation, @Nullable Tier tier) {
    /** The key; empty if none was given. */
    String key() {
        return operation == null ? "" : operation;
    }
}
