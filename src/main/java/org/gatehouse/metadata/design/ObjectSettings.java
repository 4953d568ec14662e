package org.gatehouse.metadata.design;

import java.util.List;
import org.gatehouse.metadata.ObjectDefinition;
import org.jspecify.annotations.Nullable;

/**
 * An object as an administrator writes and reads it. What is left out has its usual value.
 *
 * @param keyPrefix the first three characters of its record ids; Gatehouse chooses them
 * @param managed whether Gatehouse made the table, or found it
 * @param table where the records are: for a mapped object its schema and name, chosen by Gatehouse for a managed one
 * @param keyColumn the column that identifies a record of a mapped table
 * @param nameField the field that names a record; of a new managed object it is made, as an auto-number if there is a format for one
 * @param ownerField the field that names a record's owner; false in {@code owned} means that records have none
 * @param parentField the reference to the record that controls access to this one
 * @param unavailable why nobody sees the object: its table is not what this says
 * @param version the version at which it was read
 */
public record ObjectSettings(
        String name,
        String label,
        @Nullable String labelPlural,
        @Nullable String keyPrefix,
        boolean managed,
        @Nullable String table,
        @Nullable String keyColumn,
        @Nullable String nameField,
        @Nullable String autoNumberFormat,
        @Nullable Boolean owned,
        @Nullable String ownerField,
        @Nullable String orgWideDefault,
        @Nullable Boolean hierarchyAccess,
        @Nullable String parentField,
        @Nullable String writeMode,
        @Nullable Boolean searchable,
        @Nullable String description,
        @Nullable String guidance,
        @Nullable List<FieldSettings> fields,
        @Nullable String unavailable,
        @Nullable Integer version) {

    static ObjectSettings of(ObjectDefinition object, @Nullable String unavailable, int version) {
        ObjectDefinition.Header header = object.header();
        return new ObjectSettings(
                header.apiName(), header.label(), header.labelPlural(), header.keyPrefix(), header.managed(),
                header.schema() + "." + header.table(), header.managed() ? null : object.idField().column(), header.nameField(), null,
                object.ownerField().isPresent(), header.ownerField(), header.orgWideDefault().apiName(), header.hierarchyAccess(),
                header.parentField(), header.traits().writeMode().apiName(), header.traits().searchable(), header.description(),
                header.guidance(), object.fields().stream().map(field -> FieldSettings.of(field, header.managed())).toList(), unavailable,
                version);
    }
}
