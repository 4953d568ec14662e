package org.gatehouse.oracle;

import java.util.List;
import java.util.Optional;
import org.gatehouse.metadata.OrgWideDefault;
import org.jspecify.annotations.Nullable;

/**
 * One object of the model: its fields and who sees its records by default.
 *
 * @param prefix how its record ids begin
 * @param table where Gatehouse finds its records
 * @param owned whether its records have an owner
 * @param parentField the reference to the parent that controls access
 */
record ModelObject(
        String name,
        String prefix,
        String table,
        OrgWideDefault orgWideDefault,
        boolean hierarchy,
        boolean owned,
        @Nullable String parentField,
        List<ModelField> fields) {
    static final String USER = "User";

    ModelObject {
        fields = List.copyOf(fields);
    }

    Optional<ModelField> field(String fieldName) {
        return fields.stream().filter(field -> field.name().equalsIgnoreCase(fieldName)).findFirst();
    }

    Optional<ModelField> relationship(String relationshipName) {
        return fields.stream().filter(field -> relationshipName.equalsIgnoreCase(field.relationship())).findFirst();
    }

    /** The fields that step to exactly one other object. */
    List<ModelField> steps() {
        return fields.stream().filter(field -> field.targets().size() == 1 && field.relationship() != null).toList();
    }

    /** Which of the oracle's tables holds the records. */
    int tableNumber() {
        return Integer.parseInt(table.substring("oracle_".length()));
    }

    /** A way to children: their object and the field by which they point back. */
    record Child(ModelObject object, ModelField reference) {}

    boolean isUser() {
        return name.equals(USER);
    }
}
