package org.gatehouse.metadata.mapping;

import java.util.List;
import org.gatehouse.metadata.design.ObjectSettings;

/**
 * What Gatehouse would make of a table: settings to change and save, and the columns it has no field for.
 *
 * @param leftOut the columns without a field, and why
 */
public record Proposal(ObjectSettings object, List<LeftOut> leftOut) {
    public Proposal {
        leftOut = List.copyOf(leftOut);
    }

    /** A column that no field can stand for. */
    public record LeftOut(String column, String reason) {}
}
