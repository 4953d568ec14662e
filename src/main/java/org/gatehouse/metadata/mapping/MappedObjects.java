package org.gatehouse.metadata.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldTraits;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.KeyType;
import org.gatehouse.metadata.ObjectCatalog;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.ObjectTraits;
import org.gatehouse.metadata.design.ApiNames;
import org.gatehouse.metadata.design.FieldDrafts;
import org.gatehouse.metadata.design.FieldSettings;
import org.gatehouse.metadata.design.HeaderWords;
import org.gatehouse.metadata.design.ObjectSettings;
import org.gatehouse.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** Turns what an administrator made of a proposal into a definition, held against the table. */
final class MappedObjects {
    static final String COMPOSITE = "the table's primary key has several columns; Gatehouse needs one column that identifies a row, for example"
            + " by a view that makes one, or by another column that is unique";

    /** Fields that Gatehouse writes itself where a mapped table has columns for them. */
    private static final Set<String> STAMPS = Set.of("CreatedDate", "CreatedById", "LastModifiedDate", "LastModifiedById", "IsDeleted");

    private final ObjectCatalog catalog;
    private final ForeignTable table;
    private final Violations violations;

    MappedObjects(ObjectCatalog catalog, ForeignTable table, Violations violations) {
        this.catalog = catalog;
        this.table = table;
        this.violations = violations;
    }

    ObjectDefinition define(ObjectSettings settings) {
        ApiNames.check(settings.name(), "/name", violations);
        List<FieldDefinition> fields = new ArrayList<>();
        fields.add(id(settings));
        FieldDrafts drafts = new FieldDrafts(catalog, violations);
        for (FieldSettings field : HeaderWords.fields(settings)) {
            fields.add(field(drafts, settings, field));
        }
        String owner = settings.ownerField();
        ObjectDefinition.Header header = new ObjectDefinition.Header(
                settings.name(), settings.label(), settings.labelPlural() == null ? settings.label() : settings.labelPlural(), null, false,
                table.schema(), table.name(), settings.nameField() == null ? "Id" : settings.nameField(), owner,
                HeaderWords.orgWideDefault(settings, violations), settings.hierarchyAccess() == null ? owner != null : settings.hierarchyAccess(),
                settings.parentField(), settings.description(), settings.guidance(),
                new ObjectTraits(HeaderWords.writeMode(settings, violations), settings.searchable() == null || settings.searchable()));
        return new ObjectDefinition(header, fields);
    }

    private FieldDefinition id(ObjectSettings settings) {
        String column = settings.keyColumn();
        if (column == null) {
            if (table.key().size() > 1) {
                throw Violations.one("/keyColumn", COMPOSITE);
            }
            if (table.key().isEmpty()) {
                throw Violations.one("/keyColumn", "the database names no primary key; name the column whose value is there in every row and only once");
            }
            column = table.key().getFirst();
        }
        String name = column;
        ForeignColumn key = table.column(name).orElseThrow(() -> Violations.one("/keyColumn", "the table has no column '" + name + "'"));
        KeyType type = key.keyType().orElseThrow(() -> Violations.one(
                "/keyColumn", "a column of type " + key.type() + " cannot identify records; texts, whole numbers of up to 18 digits and uuids can"));
        return new FieldDefinition(
                "Id", "Record ID", FieldType.ID, name, type == KeyType.TEXT && key.length() > 0 ? key.length() : null, null, null, false, true,
                true, List.of(), null, null, null, null, List.of(), FieldTraits.PLAIN.withKeyType(type));
    }

    private FieldDefinition field(FieldDrafts drafts, ObjectSettings object, FieldSettings settings) {
        String place = "/fields/" + settings.name();
        String columnName = settings.column() == null ? "" : settings.column();
        ForeignColumn column = table.column(columnName).orElse(null);
        KeyType keyType = column == null ? KeyType.TEXT : column.keyType().orElse(KeyType.TEXT);
        FieldDefinition draft = drafts.draft(settings, object.name(), columnName, keyType, place);
        boolean zoneless = column != null && column.kind() == ForeignColumn.Kind.TIME_WITHOUT_ZONE && draft.type() == FieldType.DATETIME;
        // That a column must be filled says nothing of who may read it.
        boolean open = Stream.of(object.nameField(), object.ownerField(), object.parentField()).anyMatch(settings.name()::equals);
        FieldDefinition field = new FieldDefinition(
                draft.apiName(), draft.label(), draft.type(), draft.column(), draft.length(), draft.digits(), draft.scale(), draft.required(), open,
                draft.readOnly() || STAMPS.contains(settings.name()), draft.referenceTo(), draft.relationshipName(),
                draft.childRelationshipName(), draft.helpText(), draft.guidance(), draft.picklistValues(),
                zoneless ? draft.traits().withoutZone() : draft.traits());
        if (!field.isFormula()) {
            fits(field, column, place);
        }
        return field;
    }

    private void fits(FieldDefinition field, @Nullable ForeignColumn column, String place) {
        if (column == null) {
            violations.add(place + "/column", "name a column of " + table.schema() + "." + table.name());
            return;
        }
        violations.require(field.type() != FieldType.AUTO_NUMBER, place + "/type", "only managed objects count; make it a Text");
        violations.require(column.fits(field), place + "/column",
                "a column of type " + column.type() + " does not hold values of a " + field.type().apiName());
        violations.require(!field.type().isText() || column.length() == 0 || (field.length() != null && field.length() <= column.length()),
                place + "/length", "the column takes " + column.length() + " characters");
    }
}
