package org.gatehouse.permission;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The most that anybody may do through one client app, or at one MCP server. It only takes away. An object that it does not name is hidden;
 * a ceiling without objects leaves nothing.
 *
 * @param objects by API name
 */
public record Ceiling(Map<String, ObjectCeiling> objects) {
    /** Leaves nothing: also what a ceiling that cannot be read means. */
    public static final Ceiling NOTHING = new Ceiling(Map.of());

    public Ceiling {
        objects = Map.copyOf(requireNonNullElse(objects, Map.of()));
    }

    /**
     * The most that may be done with one object.
     *
     * @param allFields whether fields that are not named are left as they are; otherwise they are hidden
     * @param fields by API name
     * @param criteria which records are left; all where there are none
     * @param any whether one criterion that holds is enough
     */
    public record ObjectCeiling(
            boolean read,
            boolean create,
            boolean edit,
            boolean delete,
            boolean allFields,
            Map<String, FieldCeiling> fields,
            List<Criteria.Criterion> criteria,
            boolean any) {
        static final ObjectCeiling NOTHING = new ObjectCeiling(false, false, false, false, false, Map.of(), List.of(), false);

        public ObjectCeiling {
            fields = Map.copyOf(requireNonNullElse(fields, Map.of()));
            criteria = List.copyOf(requireNonNullElse(criteria, List.of()));
        }
    }

    /**
     * The most that may be done with one field.
     *
     * @param mask what is read in place of its value; null if the value is. A masked field is not editable, whatever else stands here
     */
    public record FieldCeiling(boolean readable, boolean editable, @Nullable MaskRule mask) {
        static final FieldCeiling OPEN = new FieldCeiling(true, true, null);
        static final FieldCeiling HIDDEN = new FieldCeiling(false, false, null);
    }

    /**
     * How a field is masked.
     *
     * @param first characters kept at the beginning, for {@link MaskKind#ENDS}
     * @param last characters kept at the end
     */
    public record MaskRule(MaskKind kind, int first, int last) {}

    /** The kinds of masks. */
    public enum MaskKind {
        NOTHING,
        DOTS,
        ENDS,
        TOKEN
    }
}
