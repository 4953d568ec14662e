package org.gatehouse.metadata;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.gatehouse.platform.database.schema.Tables.FIELD_DEFINITION;
import static org.gatehouse.platform.database.schema.Tables.FIELD_REFERENCE;
import static org.gatehouse.platform.database.schema.Tables.OBJECT_DEFINITION;
import static org.gatehouse.platform.database.schema.Tables.PICKLIST_VALUE;
import static org.jooq.impl.DSL.noCondition;

import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads the catalog from the database: four statements, whatever its size. */
final class ObjectDefinitions {
    private final DSLContext sql;

    ObjectDefinitions(DSLContext sql) {
        this.sql = sql;
    }

    /** The objects that are in use. */
    ObjectCatalog load() {
        return load(OBJECT_DEFINITION.UNAVAILABLE.isNull());
    }

    /** Those whose table is not what it should be included. */
    ObjectCatalog loadAll() {
        return load(noCondition());
    }

    private ObjectCatalog load(Condition which) {
        Map<FieldKey, List<String>> references = sql.selectFrom(FIELD_REFERENCE)
                .orderBy(FIELD_REFERENCE.TARGET_OBJECT)
                .fetch()
                .stream()
                .collect(groupingBy(
                        row -> new FieldKey(row.get(FIELD_REFERENCE.OBJECT_NAME), row.get(FIELD_REFERENCE.FIELD_NAME)),
                        mapping(row -> row.get(FIELD_REFERENCE.TARGET_OBJECT), toList())));
        Map<FieldKey, List<PicklistValue>> picklists = sql.selectFrom(PICKLIST_VALUE)
                .orderBy(PICKLIST_VALUE.POSITION)
                .fetch()
                .stream()
                .collect(groupingBy(
                        row -> new FieldKey(row.get(PICKLIST_VALUE.OBJECT_NAME), row.get(PICKLIST_VALUE.FIELD_NAME)),
                        mapping(
                                row -> new PicklistValue(
                                        row.get(PICKLIST_VALUE.API_NAME), row.get(PICKLIST_VALUE.LABEL), row.get(PICKLIST_VALUE.ACTIVE)),
                                toList())));
        Map<String, List<FieldDefinition>> fields = sql.selectFrom(FIELD_DEFINITION)
                .orderBy(FIELD_DEFINITION.POSITION)
                .fetch()
                .stream()
                .collect(groupingBy(row -> row.get(FIELD_DEFINITION.OBJECT_NAME), mapping(row -> field(row, references, picklists), toList())));
        // An object that was made while these statements ran has no fields yet, and is left to the next version.
        return new ObjectCatalog(sql.selectFrom(OBJECT_DEFINITION)
                .where(which)
                .orderBy(OBJECT_DEFINITION.API_NAME)
                .fetch()
                .stream()
                .filter(row -> fields.containsKey(row.get(OBJECT_DEFINITION.API_NAME)))
                .map(row -> new ObjectDefinition(header(row), fields.getOrDefault(row.get(OBJECT_DEFINITION.API_NAME), List.of())))
                .toList());
    }

    private static ObjectDefinition.Header header(Record row) {
        return new ObjectDefinition.Header(
                row.get(OBJECT_DEFINITION.API_NAME),
                row.get(OBJECT_DEFINITION.LABEL),
                row.get(OBJECT_DEFINITION.LABEL_PLURAL),
                row.get(OBJECT_DEFINITION.KEY_PREFIX),
                row.get(OBJECT_DEFINITION.MANAGED),
                row.get(OBJECT_DEFINITION.TABLE_SCHEMA),
                row.get(OBJECT_DEFINITION.TABLE_NAME),
                row.get(OBJECT_DEFINITION.NAME_FIELD),
                row.get(OBJECT_DEFINITION.OWNER_FIELD),
                OrgWideDefault.named(row.get(OBJECT_DEFINITION.ORG_WIDE_DEFAULT)),
                row.get(OBJECT_DEFINITION.HIERARCHY_ACCESS),
                row.get(OBJECT_DEFINITION.PARENT_FIELD),
                row.get(OBJECT_DEFINITION.DESCRIPTION),
                row.get(OBJECT_DEFINITION.GUIDANCE),
                new ObjectTraits(WriteMode.named(row.get(OBJECT_DEFINITION.WRITE_MODE)), row.get(OBJECT_DEFINITION.SEARCHABLE)));
    }

    private static FieldDefinition field(
            Record row, Map<FieldKey, List<String>> references, Map<FieldKey, List<PicklistValue>> picklists) {
        FieldKey key = new FieldKey(row.get(FIELD_DEFINITION.OBJECT_NAME), row.get(FIELD_DEFINITION.API_NAME));
        return new FieldDefinition(
                key.field,
                row.get(FIELD_DEFINITION.LABEL),
                FieldType.named(row.get(FIELD_DEFINITION.TYPE)),
                row.get(FIELD_DEFINITION.COLUMN_NAME),
                row.get(FIELD_DEFINITION.LENGTH),
                row.get(FIELD_DEFINITION.DIGITS),
                row.get(FIELD_DEFINITION.SCALE),
                row.get(FIELD_DEFINITION.REQUIRED),
                row.get(FIELD_DEFINITION.ALWAYS_READABLE),
                row.get(FIELD_DEFINITION.READ_ONLY),
                references.getOrDefault(key, List.of()),
                row.get(FIELD_DEFINITION.RELATIONSHIP_NAME),
                row.get(FIELD_DEFINITION.CHILD_RELATIONSHIP_NAME),
                row.get(FIELD_DEFINITION.HELP_TEXT),
                row.get(FIELD_DEFINITION.GUIDANCE),
                picklists.getOrDefault(key, List.of()),
                traits(row));
    }

    private static FieldTraits traits(Record row) {
        return new FieldTraits(
                row.get(FIELD_DEFINITION.IS_UNIQUE),
                row.get(FIELD_DEFINITION.EXTERNAL_ID),
                row.get(FIELD_DEFINITION.RESTRICTED),
                row.get(FIELD_DEFINITION.TRACK_HISTORY),
                KeyType.named(row.get(FIELD_DEFINITION.KEY_TYPE)),
                row.get(FIELD_DEFINITION.FORMULA),
                row.get(FIELD_DEFINITION.DEFAULT_VALUE),
                row.get(FIELD_DEFINITION.AUTO_NUMBER_FORMAT),
                row.get(FIELD_DEFINITION.ZONELESS),
                row.get(FIELD_DEFINITION.IMPLICIT_PARENT));
    }

    private record FieldKey(String object, String field) {}
}
