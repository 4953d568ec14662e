package org.gatehouse.oracle;

import java.util.List;
import org.gatehouse.metadata.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * One field of an object of the model.
 *
 * @param alwaysReadable whether it needs no field permission
 * @param targets what a reference may point to
 * @param relationship the step from a record to the one it points to
 * @param children the step back
 * @param implicitParent whether whoever has a grant on this record may read the one that the field points to
 * @param formula what it computes, if it is not stored
 */
record ModelField(
        String name,
        FieldType type,
        String column,
        boolean alwaysReadable,
        List<String> targets,
        @Nullable String relationship,
        @Nullable String children,
        boolean implicitParent,
        @Nullable ModelFormula formula) {
    ModelField {
        targets = List.copyOf(targets);
    }

    static ModelField plain(String name, FieldType type, String column, boolean alwaysReadable) {
        return new ModelField(name, type, column, alwaysReadable, List.of(), null, null, false, null);
    }

    boolean isNumber() {
        return type == FieldType.NUMBER || type == FieldType.CURRENCY || type == FieldType.PERCENT;
    }

    boolean isId() {
        return type == FieldType.ID || !targets.isEmpty();
    }

    boolean isPicklist() {
        return type == FieldType.PICKLIST || type == FieldType.MULTI_PICKLIST;
    }

    boolean isText() {
        return switch (type) {
            case TEXT, LONG_TEXT, PICKLIST, MULTI_PICKLIST, EMAIL, PHONE, URL, AUTO_NUMBER -> true;
            default -> false;
        };
    }
}
