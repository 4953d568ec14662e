package org.gatehouse.oracle;

import static org.gatehouse.platform.database.schema.Tables.FIELD_DEFINITION;
import static org.gatehouse.platform.database.schema.Tables.FIELD_REFERENCE;
import static org.gatehouse.platform.database.schema.Tables.OBJECT_DEFINITION;
import static org.gatehouse.platform.database.schema.Tables.PICKLIST_VALUE;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatehouse.metadata.OrgWideDefault;

/** Writes the definitions of objects and fields, as a migration would. */
final class MetadataRows {
    private final Rows rows;
    private final List<ModelObject> objects;

    MetadataRows(Rows rows, Organisation organisation) {
        this.rows = rows;
        this.objects = organisation.objects().stream().filter(object -> !object.isUser()).toList();
    }

    void write() {
        rows.insert(
                OBJECT_DEFINITION,
                List.of(OBJECT_DEFINITION.API_NAME, OBJECT_DEFINITION.LABEL, OBJECT_DEFINITION.LABEL_PLURAL, OBJECT_DEFINITION.KEY_PREFIX,
                        OBJECT_DEFINITION.MANAGED, OBJECT_DEFINITION.TABLE_SCHEMA, OBJECT_DEFINITION.TABLE_NAME, OBJECT_DEFINITION.NAME_FIELD,
                        OBJECT_DEFINITION.OWNER_FIELD, OBJECT_DEFINITION.ORG_WIDE_DEFAULT, OBJECT_DEFINITION.HIERARCHY_ACCESS,
                        OBJECT_DEFINITION.PARENT_FIELD),
                objects.stream().map(MetadataRows::object));
        rows.insert(
                FIELD_DEFINITION,
                List.of(FIELD_DEFINITION.OBJECT_NAME, FIELD_DEFINITION.API_NAME, FIELD_DEFINITION.POSITION, FIELD_DEFINITION.LABEL,
                        FIELD_DEFINITION.TYPE, FIELD_DEFINITION.COLUMN_NAME, FIELD_DEFINITION.REQUIRED, FIELD_DEFINITION.ALWAYS_READABLE,
                        FIELD_DEFINITION.READ_ONLY, FIELD_DEFINITION.RELATIONSHIP_NAME, FIELD_DEFINITION.CHILD_RELATIONSHIP_NAME,
                        FIELD_DEFINITION.DIGITS, FIELD_DEFINITION.SCALE, FIELD_DEFINITION.LENGTH,
                        FIELD_DEFINITION.IMPLICIT_PARENT, FIELD_DEFINITION.FORMULA),
                objects.stream().flatMap(MetadataRows::fields));
        rows.insert(
                FIELD_REFERENCE,
                List.of(FIELD_REFERENCE.OBJECT_NAME, FIELD_REFERENCE.FIELD_NAME, FIELD_REFERENCE.TARGET_OBJECT),
                objects.stream().flatMap(object -> object.fields().stream().flatMap(field -> field.targets().stream()
                        .map(target -> new Object[] {object.name(), field.name(), target}))));
        List<String> values = List.copyOf(ModelLabels.BY_VALUE.keySet());
        rows.insert(
                PICKLIST_VALUE,
                List.of(PICKLIST_VALUE.OBJECT_NAME, PICKLIST_VALUE.FIELD_NAME, PICKLIST_VALUE.POSITION, PICKLIST_VALUE.API_NAME, PICKLIST_VALUE.LABEL,
                        PICKLIST_VALUE.ACTIVE),
                objects.stream().flatMap(object -> object.fields().stream().filter(ModelField::isPicklist).flatMap(field -> values.stream()
                        .map(value -> new Object[] {
                            object.name(), field.name(), values.indexOf(value), value, ModelLabels.of(value), true
                        }))));
    }

    private static Object[] object(ModelObject object) {
        return new Object[] {
            object.name(), object.name(), object.name() + "s", object.prefix(), true, OracleTables.SCHEMA, object.table(), "Name",
            object.owned() ? "OwnerId" : null, defaultName(object.orgWideDefault()), object.hierarchy(), object.parentField()
        };
    }

    private static Stream<Object[]> fields(ModelObject object) {
        return IntStream.range(0, object.fields().size()).mapToObj(position -> {
            ModelField field = object.fields().get(position);
            boolean readOnly = field.name().equals("Id") || field.name().equals("IsDeleted") || field.formula() != null;
            return new Object[] {
                object.name(), field.name(), position, field.name(), field.type().apiName(), field.column(), field.name().equals("Name"),
                field.alwaysReadable(), readOnly, field.relationship(), field.children(), field.isNumber() ? (Integer) 18 : null,
                field.isNumber() ? (Integer) (field.column().equals("number_a") ? 0 : 2) : null, field.isText() ? (Integer) 255 : null, field.implicitParent(),
                field.formula() == null ? null : field.formula().text()
            };
        });
    }

    private static String defaultName(OrgWideDefault value) {
        return switch (value) {
            case PRIVATE -> "Private";
            case PUBLIC_READ -> "PublicRead";
            case PUBLIC_READ_WRITE -> "PublicReadWrite";
            case CONTROLLED_BY_PARENT -> "ControlledByParent";
        };
    }
}
