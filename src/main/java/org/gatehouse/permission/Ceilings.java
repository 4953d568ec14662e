package org.gatehouse.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.permission.Ceiling.FieldCeiling;
import org.gatehouse.permission.Ceiling.MaskRule;
import org.gatehouse.permission.Ceiling.ObjectCeiling;
import org.jspecify.annotations.Nullable;

/**
 * The ceilings over one caller: the client's and the server's, as far as there are any. What passes must pass each.
 *
 * @param key the key of the client's tokens; null if there is none, and then a token is nothing
 */
public record Ceilings(List<Ceiling> ceilings, @Nullable MaskKey key) {
    /** Takes nothing away. */
    public static final Ceilings NONE = new Ceilings(List.of(), null);

    public Ceilings {
        ceilings = List.copyOf(ceilings);
    }

    /** Whether records of the object may be accessed as far as the level goes. */
    boolean permit(ObjectDefinition object, AccessLevel level) {
        return all(object, ceiling -> ceiling.read() && switch (level) {
            case READ -> true;
            case EDIT -> ceiling.edit();
            case ALL -> ceiling.delete();
        });
    }

    /** What is left of an object permission. */
    ObjectPermission under(ObjectDefinition object, ObjectPermission own) {
        if (ceilings.isEmpty()) {
            return own;
        }
        boolean read = own.read() && permit(object, AccessLevel.READ);
        boolean edit = own.edit() && permit(object, AccessLevel.EDIT);
        boolean delete = own.delete() && permit(object, AccessLevel.ALL);
        boolean create = own.create() && read && all(object, ObjectCeiling::create);
        return new ObjectPermission(
                read, create, edit, delete, own.viewAll() && read, own.modifyAll() && edit && delete,
                own.viewAllFields() && read && all(object, ceiling -> ceiling.allFields() && ceiling.fields().isEmpty()));
    }

    /** Whether a field may be read; an object's id always may, because nothing can be said about a record without it. */
    boolean readable(ObjectDefinition object, FieldDefinition field) {
        return field.type() == FieldType.ID || all(object, ceiling -> of(ceiling, field).readable());
    }

    boolean editable(ObjectDefinition object, FieldDefinition field) {
        return all(object, ceiling -> {
            FieldCeiling own = of(ceiling, field);
            return own.readable() && own.editable() && own.mask() == null;
        });
    }

    /** What is read in place of a field's value, if not the value. */
    Optional<Mask> mask(ObjectDefinition object, FieldDefinition field) {
        return ceilings.stream()
                .map(ceiling -> of(of(ceiling, object), field).mask())
                .filter(java.util.Objects::nonNull)
                .map(this::mask)
                .reduce(Mask.Both::new);
    }

    /** What must hold for records of an object on top of everything else; empty if one of the ceilings says something that means nothing. */
    Optional<List<org.gatehouse.permission.Predicate>> criteria(ObjectDefinition object, Permissions person) {
        List<org.gatehouse.permission.Predicate> all = new ArrayList<>();
        for (Ceiling ceiling : ceilings) {
            ObjectCeiling own = of(ceiling, object);
            if (!own.criteria().isEmpty()) {
                Optional<org.gatehouse.permission.Predicate> kept = new Criteria(own.criteria(), own.any()).on(object, person);
                if (kept.isEmpty()) {
                    return Optional.empty();
                }
                all.add(kept.get());
            }
        }
        return Optional.of(all);
    }

    private Mask mask(MaskRule rule) {
        return switch (rule.kind()) {
            case NOTHING -> new Mask.Nothing();
            case DOTS -> new Mask.Dots();
            case ENDS -> new Mask.Ends(Math.max(0, rule.first()), Math.max(0, rule.last()));
            case TOKEN -> key == null ? new Mask.Nothing() : new Mask.Token(key);
        };
    }

    private boolean all(ObjectDefinition object, Predicate<ObjectCeiling> test) {
        return ceilings.stream().allMatch(ceiling -> test.test(of(ceiling, object)));
    }

    private static ObjectCeiling of(Ceiling ceiling, ObjectDefinition object) {
        return ceiling.objects().getOrDefault(object.apiName(), ObjectCeiling.NOTHING);
    }

    private static FieldCeiling of(ObjectCeiling ceiling, FieldDefinition field) {
        return ceiling.fields().getOrDefault(field.apiName(), ceiling.allFields() ? FieldCeiling.OPEN : FieldCeiling.HIDDEN);
    }
}
