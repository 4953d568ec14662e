package org.gatehouse.record;

import java.util.List;
import org.gatehouse.permission.AccessLevel;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person, or an agent for them, may do something, and what decided.
 *
 * @param allowed the verbs that are allowed with the object: {@code read}, {@code create}, {@code edit}, {@code delete}
 * @param takenByCeiling the verbs that the person has and the agent has not
 * @param sources what the person holds that says something about the object
 */
public record AccessExplanation(
        String username,
        String object,
        List<String> allowed,
        List<String> takenByCeiling,
        List<Source> sources,
        @Nullable FieldPart field,
        @Nullable RecordPart record) {

    /**
     * A profile or a permission set.
     *
     * @param kind {@code PROFILE} or {@code PERMISSION_SET}
     * @param group the permission set group that it comes through, null if it does not
     * @param expiresAt in ISO 8601, null if it does not end
     * @param grants what it gives, after what its group takes away
     */
    public record Source(
            String name, String kind, @Nullable String group, boolean sessionBased, @Nullable String expiresAt, List<String> grants) {}

    /** What is allowed with one field. */
    public record FieldPart(String name, boolean read, boolean edit, boolean masked) {}

    /**
     * What is allowed with one record.
     *
     * @param present whether there is such a record, outside the recycle bin
     * @param allowed as far as access to it goes
     */
    public record RecordPart(boolean present, List<AccessLevel> allowed, List<Reason> reasons) {}

    /**
     * One thing that decided over the record.
     *
     * @param opens whether it opens records; otherwise it keeps the person to those that it matches
     * @param matches whether it applies to this one
     */
    public record Reason(AccessLevel level, String kind, String name, boolean opens, boolean matches) {}
}
