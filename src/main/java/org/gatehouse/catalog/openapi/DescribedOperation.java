package org.gatehouse.catalog.openapi;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one operation of a description.
 *
 * @param key how the description knows it, for example {@code GET /orders/{id}}
 * @param usable the operation; null if it cannot be a tool
 * @param problems why it cannot be one
 * @param warnings what to look at before it is offered
 */
public record DescribedOperation(String key, @Nullable Operation usable, List<String> problems, List<String> warnings) {
    public DescribedOperation {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    static DescribedOperation unusable(String key, String problem) {
        return new DescribedOperation(key, null, List.of(problem), List.of());
    }

    /** The operation, if it can be a tool. */
    public Optional<Operation> operation() {
        return Optional.ofNullable(usable);
    }
}
