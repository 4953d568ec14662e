package org.gatehouse.setup;

import java.util.List;

/**
 * What applying a document would do.
 *
 * @param basis stands for the setup that was compared with: applying names it, and is refused if something has changed since
 * @param changes in the order in which they would be made
 * @param left what is there, is not in the document, and stays: {@code part/name}
 */
public record SetupPlan(String basis, List<SetupChange> changes, List<String> left) {
    public SetupPlan {
        changes = List.copyOf(changes);
        left = List.copyOf(left);
    }
}
