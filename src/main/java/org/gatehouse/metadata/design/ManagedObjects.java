package org.gatehouse.metadata.design;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldTraits;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.KeyType;
import org.gatehouse.metadata.ObjectCatalog;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.ObjectTraits;
import org.gatehouse.metadata.OrgWideDefault;
import org.gatehouse.metadata.WriteMode;
import org.gatehouse.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** Turns what an administrator wrote of a new managed object into its definition, with the fields that all of them have. */
final class ManagedObjects {
    private static final String PREFIX_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** The fields that every managed object has and nobody changes. */
    static final Set<String> STANDARD = Set.of("Id", "OwnerId", "CreatedDate", "CreatedById", "LastModifiedDate", "LastModifiedById", "IsDeleted");

    private final ObjectCatalog catalog;
    private final Violations violations;
    private final Set<String> columns = new HashSet<>();

    ManagedObjects(ObjectCatalog catalog, Violations violations) {
        this.catalog = catalog;
        this.violations = violations;
    }

    ObjectDefinition define(ObjectSettings settings, String table) {
        String own = settings.name();
        ApiNames.check(own, "/name", violations);
        violations.require(catalog.find(own).isEmpty(), "/name", "there is an object '" + own + "' already");
        OrgWideDefault access = HeaderWords.orgWideDefault(settings, violations);
        boolean owned = settings.owned() == null ? access != OrgWideDefault.CONTROLLED_BY_PARENT : settings.owned();
        List<FieldDefinition> fields = new ArrayList<>();
        fields.add(field("Id", "Record ID", FieldType.ID, 18, true, null, null));
        fields.add(nameField(settings));
        if (owned) {
            fields.add(field("OwnerId", "Owner ID", FieldType.LOOKUP, 18, false, "User", "Owner"));
        }
        // The columns of the fields that all objects have are theirs, whatever else the object has.
        List<FieldDefinition> stamps = stamps();
        FieldDrafts drafts = new FieldDrafts(catalog, violations);
        for (FieldSettings field : HeaderWords.fields(settings)) {
            fields.add(drafts.draft(field, own, ManagedTables.free(field.name(), columns), KeyType.TEXT, "/fields/" + field.name()));
        }
        fields.addAll(stamps);
        ObjectDefinition.Header header = new ObjectDefinition.Header(
                own, settings.label(), settings.labelPlural() == null ? settings.label() : settings.labelPlural(), prefix(), true,
                ManagedTables.SCHEMA, table, nameFieldName(settings), owned ? "OwnerId" : null, access,
                settings.hierarchyAccess() == null ? owned : settings.hierarchyAccess(), settings.parentField(), settings.description(),
                settings.guidance(),
                new ObjectTraits(WriteMode.READ_WRITE, settings.searchable() == null || settings.searchable()));
        violations.require(settings.writeMode() == null || settings.writeMode().equals(WriteMode.READ_WRITE.apiName()), "/writeMode",
                "only a mapped table can be closed to writing");
        return new ObjectDefinition(header, fields);
    }

    private static String nameFieldName(ObjectSettings settings) {
        return settings.nameField() == null ? "Name" : settings.nameField();
    }

    private FieldDefinition nameField(ObjectSettings settings) {
        String name = nameFieldName(settings);
        ApiNames.check(name, "/nameField", violations);
        boolean number = settings.autoNumberFormat() != null;
        FieldTraits traits = new FieldTraits(
                number, false, false, false, KeyType.TEXT, null, null, settings.autoNumberFormat(), false, false);
        return new FieldDefinition(
                name, settings.label() + (number ? " Number" : " Name"), number ? FieldType.AUTO_NUMBER : FieldType.TEXT,
                ManagedTables.free(name, columns), number ? 40 : 80, null, null, !number, true, number, List.of(), null, null, null, null,
                List.of(), traits);
    }

    private List<FieldDefinition> stamps() {
        return List.of(
                field("CreatedDate", "Created Date", FieldType.DATETIME, null, true, null, null),
                field("CreatedById", "Created By ID", FieldType.LOOKUP, 18, true, "User", "CreatedBy"),
                field("LastModifiedDate", "Last Modified Date", FieldType.DATETIME, null, true, null, null),
                field("LastModifiedById", "Last Modified By ID", FieldType.LOOKUP, 18, true, "User", "LastModifiedBy"),
                field("IsDeleted", "Deleted", FieldType.BOOLEAN, null, true, null, null));
    }

    private FieldDefinition field(
            String name, String label, FieldType type, @Nullable Integer length, boolean readOnly, @Nullable String target,
            @Nullable String relationship) {
        return new FieldDefinition(
                name, label, type, ManagedTables.free(name, columns), length, null, null, false, true, readOnly,
                target == null ? List.of() : List.of(target), relationship, null, null, null, List.of(), FieldTraits.PLAIN);
    }

    /** The first three characters that begin no other object's record ids: {@code a00}, {@code a01} and so on. */
    private String prefix() {
        Set<String> taken = new HashSet<>();
        catalog.objects().forEach(object -> taken.add(String.valueOf(object.header().keyPrefix())));
        int digits = PREFIX_DIGITS.length();
        for (int i = 0; i < digits * digits; i++) {
            String prefix = "a" + PREFIX_DIGITS.charAt(i / digits) + PREFIX_DIGITS.charAt(i % digits);
            if (!taken.contains(prefix)) {
                return prefix;
            }
        }
        violations.add("/name", "there are as many objects as can be told apart; delete one");
        return "a00";
    }
}
