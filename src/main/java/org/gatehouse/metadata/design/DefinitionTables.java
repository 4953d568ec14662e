package org.gatehouse.metadata.design;

import static org.gatehouse.platform.database.schema.Tables.FIELD_DEFINITION;
import static org.gatehouse.platform.database.schema.Tables.FIELD_REFERENCE;
import static org.gatehouse.platform.database.schema.Tables.OBJECT_DEFINITION;
import static org.gatehouse.platform.database.schema.Tables.PICKLIST_VALUE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldTraits;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.PicklistValue;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Writes definitions. */
final class DefinitionTables {
    private final DSLContext sql;

    DefinitionTables(DSLContext sql) {
        this.sql = sql;
    }

    /** What is known of an object beside its definition. */
    record State(int version, @Nullable String unavailable) {}

    State state(String object) {
        return sql.select(OBJECT_DEFINITION.VERSION, OBJECT_DEFINITION.UNAVAILABLE)
                .from(OBJECT_DEFINITION)
                .where(OBJECT_DEFINITION.API_NAME.eq(object))
                .fetchSingle(row -> new State(row.value1(), row.value2()));
    }

    /** Counts the object's version up if it is the one that the administrator saw. */
    void require(ObjectDefinition object, @Nullable Integer version) {
        int changed = sql.update(OBJECT_DEFINITION)
                .set(OBJECT_DEFINITION.VERSION, OBJECT_DEFINITION.VERSION.plus(1))
                .where(OBJECT_DEFINITION.API_NAME.eq(object.apiName()))
                .and(OBJECT_DEFINITION.VERSION.eq(version == null ? -1 : version))
                .execute();
        if (changed == 0) {
            throw new ProblemException(new Problem.Conflict(
                    object.apiName() + " has changed since you read it. Read it again and repeat your change with its version."));
        }
    }

    void insert(ObjectDefinition object) {
        sql.insertInto(OBJECT_DEFINITION).set(OBJECT_DEFINITION.API_NAME, object.apiName()).set(header(object)).execute();
        object.fields().forEach(field -> insert(object, field));
    }

    void update(ObjectDefinition object) {
        sql.update(OBJECT_DEFINITION).set(header(object)).where(OBJECT_DEFINITION.API_NAME.eq(object.apiName())).execute();
    }

    /** Why nobody sees the object, or null if they do. */
    void unavailable(String object, @Nullable String reason) {
        sql.update(OBJECT_DEFINITION).set(OBJECT_DEFINITION.UNAVAILABLE, reason).where(OBJECT_DEFINITION.API_NAME.eq(object)).execute();
    }

    void delete(ObjectDefinition object) {
        object.fields().forEach(field -> delete(object, field));
        sql.deleteFrom(OBJECT_DEFINITION).where(OBJECT_DEFINITION.API_NAME.eq(object.apiName())).execute();
    }

    void insert(ObjectDefinition object, FieldDefinition field) {
        Integer last = sql.select(coalesce(max(FIELD_DEFINITION.POSITION), 0))
                .from(FIELD_DEFINITION)
                .where(FIELD_DEFINITION.OBJECT_NAME.eq(object.apiName()))
                .fetchSingle()
                .value1();
        sql.insertInto(FIELD_DEFINITION)
                .set(FIELD_DEFINITION.OBJECT_NAME, object.apiName())
                .set(FIELD_DEFINITION.API_NAME, field.apiName())
                .set(FIELD_DEFINITION.POSITION, last + 1)
                .set(FIELD_DEFINITION.TYPE, field.type().apiName())
                .set(FIELD_DEFINITION.COLUMN_NAME, field.column())
                .set(values(field))
                .execute();
        field.referenceTo().forEach(target -> sql.insertInto(FIELD_REFERENCE).values(object.apiName(), field.apiName(), target).execute());
        picklist(object, field);
    }

    void update(ObjectDefinition object, FieldDefinition field) {
        sql.update(FIELD_DEFINITION).set(values(field)).where(is(object, field)).execute();
        sql.deleteFrom(PICKLIST_VALUE)
                .where(PICKLIST_VALUE.OBJECT_NAME.eq(object.apiName()).and(PICKLIST_VALUE.FIELD_NAME.eq(field.apiName())))
                .execute();
        picklist(object, field);
    }

    void delete(ObjectDefinition object, FieldDefinition field) {
        sql.deleteFrom(PICKLIST_VALUE)
                .where(PICKLIST_VALUE.OBJECT_NAME.eq(object.apiName()).and(PICKLIST_VALUE.FIELD_NAME.eq(field.apiName())))
                .execute();
        sql.deleteFrom(FIELD_REFERENCE)
                .where(FIELD_REFERENCE.OBJECT_NAME.eq(object.apiName()).and(FIELD_REFERENCE.FIELD_NAME.eq(field.apiName())))
                .execute();
        sql.deleteFrom(FIELD_DEFINITION).where(is(object, field)).execute();
    }

    private void picklist(ObjectDefinition object, FieldDefinition field) {
        List<PicklistValue> values = field.picklistValues();
        for (int i = 0; i < values.size(); i++) {
            PicklistValue value = values.get(i);
            sql.insertInto(PICKLIST_VALUE)
                    .values(object.apiName(), field.apiName(), i + 1, value.apiName(), value.label(), value.active())
                    .execute();
        }
    }

    private static Condition is(ObjectDefinition object, FieldDefinition field) {
        return FIELD_DEFINITION.OBJECT_NAME.eq(object.apiName()).and(FIELD_DEFINITION.API_NAME.eq(field.apiName()));
    }

    private static Map<Field<?>, @Nullable Object> header(ObjectDefinition object) {
        ObjectDefinition.Header header = object.header();
        Map<Field<?>, @Nullable Object> row = new HashMap<>();
        row.put(OBJECT_DEFINITION.LABEL, header.label());
        row.put(OBJECT_DEFINITION.LABEL_PLURAL, header.labelPlural());
        row.put(OBJECT_DEFINITION.KEY_PREFIX, header.keyPrefix());
        row.put(OBJECT_DEFINITION.MANAGED, header.managed());
        row.put(OBJECT_DEFINITION.TABLE_SCHEMA, header.schema());
        row.put(OBJECT_DEFINITION.TABLE_NAME, header.table());
        row.put(OBJECT_DEFINITION.NAME_FIELD, header.nameField());
        row.put(OBJECT_DEFINITION.OWNER_FIELD, header.ownerField());
        row.put(OBJECT_DEFINITION.ORG_WIDE_DEFAULT, header.orgWideDefault().apiName());
        row.put(OBJECT_DEFINITION.HIERARCHY_ACCESS, header.hierarchyAccess());
        row.put(OBJECT_DEFINITION.PARENT_FIELD, header.parentField());
        row.put(OBJECT_DEFINITION.DESCRIPTION, header.description());
        row.put(OBJECT_DEFINITION.GUIDANCE, header.guidance());
        row.put(OBJECT_DEFINITION.WRITE_MODE, header.traits().writeMode().apiName());
        row.put(OBJECT_DEFINITION.SEARCHABLE, header.traits().searchable());
        return row;
    }

    private static Map<Field<?>, @Nullable Object> values(FieldDefinition field) {
        FieldTraits traits = field.traits();
        Map<Field<?>, @Nullable Object> row = new HashMap<>();
        row.put(FIELD_DEFINITION.LABEL, field.label());
        row.put(FIELD_DEFINITION.LENGTH, field.length());
        row.put(FIELD_DEFINITION.DIGITS, field.digits());
        row.put(FIELD_DEFINITION.SCALE, field.scale());
        row.put(FIELD_DEFINITION.REQUIRED, field.required());
        row.put(FIELD_DEFINITION.ALWAYS_READABLE, field.alwaysReadable());
        row.put(FIELD_DEFINITION.READ_ONLY, field.readOnly());
        row.put(FIELD_DEFINITION.RELATIONSHIP_NAME, field.relationshipName());
        row.put(FIELD_DEFINITION.CHILD_RELATIONSHIP_NAME, field.childRelationshipName());
        row.put(FIELD_DEFINITION.HELP_TEXT, field.helpText());
        row.put(FIELD_DEFINITION.GUIDANCE, field.guidance());
        row.put(FIELD_DEFINITION.IS_UNIQUE, traits.unique());
        row.put(FIELD_DEFINITION.EXTERNAL_ID, traits.externalId());
        row.put(FIELD_DEFINITION.RESTRICTED, traits.restricted());
        row.put(FIELD_DEFINITION.TRACK_HISTORY, traits.trackHistory());
        row.put(FIELD_DEFINITION.KEY_TYPE, traits.keyType().apiName());
        row.put(FIELD_DEFINITION.FORMULA, traits.formula());
        row.put(FIELD_DEFINITION.DEFAULT_VALUE, traits.defaultValue());
        row.put(FIELD_DEFINITION.AUTO_NUMBER_FORMAT, traits.autoNumberFormat());
        row.put(FIELD_DEFINITION.ZONELESS, traits.zoneless());
        row.put(FIELD_DEFINITION.IMPLICIT_PARENT, traits.implicitParent());
        return row;
    }
}
