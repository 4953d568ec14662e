package org.gatehouse.setup;

import java.util.List;

/**
 * What applying a document did.
 *
 * @param appliedAt in ISO 8601
 * @param changes those that were made, in their order
 */
public record AppliedSetup(String appliedAt, String appliedBy, List<SetupChange> changes) {
    public AppliedSetup {
        changes = List.copyOf(changes);
    }
}
