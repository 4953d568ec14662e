package org.gatehouse.setup;

import java.util.List;

/**
 * What has changed since a document was applied last.
 *
 * @param appliedAt when that was, in ISO 8601
 * @param changes from how it was then to how it is now
 */
public record SetupDrift(String appliedAt, String appliedBy, List<SetupChange> changes) {
    public SetupDrift {
        changes = List.copyOf(changes);
    }
}
