package org.gatehouse.oracle;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.gatehouse.oracle.Organisation.Bundle;
import org.gatehouse.oracle.Organisation.FieldKey;
import org.gatehouse.oracle.Organisation.FieldRights;
import org.gatehouse.oracle.Organisation.ObjectRights;
import org.gatehouse.oracle.Organisation.Person;

/** What one person may do with objects and fields: whatever any bundle in force allows. */
final class Rights {
    private final List<Bundle> bundles;

    Rights(Organisation organisation, Person person) {
        this.bundles = person.active()
                ? organisation.bundles().stream().filter(bundle -> inForce(person, bundle)).toList()
                : List.of();
    }

    private static boolean inForce(Person person, Bundle bundle) {
        return person.profile().equals(bundle.profile())
                || person.assignments().stream()
                        .filter(assignment -> assignment.bundle().equals(bundle.id()))
                        .anyMatch(assignment -> assignment.expires() == null || assignment.expires().isAfter(Organisation.NOW));
    }

    boolean canRead(ModelObject object) {
        return viewsAllData() || any(object, ObjectRights::read);
    }

    boolean canEdit(ModelObject object) {
        return has("ModifyAllData") || any(object, ObjectRights::edit);
    }

    boolean canDelete(ModelObject object) {
        return has("ModifyAllData") || any(object, ObjectRights::delete);
    }

    boolean viewsAll(ModelObject object) {
        return viewsAllData() || any(object, ObjectRights::viewAll) || any(object, ObjectRights::modifyAll);
    }

    boolean modifiesAll(ModelObject object) {
        return has("ModifyAllData") || any(object, ObjectRights::modifyAll);
    }

    boolean canRead(ModelObject object, ModelField field) {
        return canRead(object) && (field.alwaysReadable() || any(object, ObjectRights::viewAllFields) || any(object, field));
    }

    /** The object of that name; hidden is absent. */
    Optional<ModelObject> object(Organisation organisation, String name) {
        return organisation.object(name).filter(this::canRead);
    }

    private boolean viewsAllData() {
        return has("ViewAllData") || has("ModifyAllData");
    }

    private boolean has(String system) {
        return bundles.stream().anyMatch(bundle -> bundle.system().contains(system));
    }

    private boolean any(ModelObject object, Predicate<ObjectRights> right) {
        return bundles.stream().map(bundle -> bundle.objects().get(object.name())).anyMatch(rights -> rights != null && right.test(rights));
    }

    private boolean any(ModelObject object, ModelField field) {
        FieldKey key = new FieldKey(object.name(), field.name());
        return bundles.stream()
                .map(bundle -> bundle.fields().getOrDefault(key, new FieldRights(false, false)))
                .anyMatch(rights -> rights.read() || rights.edit());
    }
}
