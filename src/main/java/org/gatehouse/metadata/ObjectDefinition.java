package org.gatehouse.metadata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One object: what it is called, what fields it has, where its records are stored, who sees them by default. */
public final class ObjectDefinition {
    private final Header header;
    private final List<FieldDefinition> fields;
    private final Map<String, FieldDefinition> byName = new LinkedHashMap<>();
    private final Map<String, FieldDefinition> byRelationship = new LinkedHashMap<>();

    public ObjectDefinition(Header header, List<FieldDefinition> fields) {
        this.header = header;
        this.fields = List.copyOf(fields);
        for (FieldDefinition field : fields) {
            byName.put(key(field.apiName()), field);
            if (field.relationshipName() != null) {
                byRelationship.put(key(field.relationshipName()), field);
            }
        }
        if (!byName.containsKey("id")) {
            throw new IllegalArgumentException(header.apiName() + " has no Id field");
        }
    }

    public String apiName() {
        return header.apiName;
    }

    public Header header() {
        return header;
    }

    public List<FieldDefinition> fields() {
        return fields;
    }

    /** The field of that API name, in any case. */
    public Optional<FieldDefinition> field(String apiName) {
        return Optional.ofNullable(byName.get(key(apiName)));
    }

    /** The reference field whose relationship has that name, in any case. */
    public Optional<FieldDefinition> relationship(String name) {
        return Optional.ofNullable(byRelationship.get(key(name)));
    }

    /** The field that identifies a record. */
    public FieldDefinition idField() {
        return field("Id").orElseThrow();
    }

    /** The field that names a record's owner, if records of this object have one. */
    public Optional<FieldDefinition> ownerField() {
        return Optional.ofNullable(header.ownerField).flatMap(this::field);
    }

    /** The mark of records that lie in the recycle bin, if the object has a bin. */
    public Optional<FieldDefinition> deletedField() {
        return field("IsDeleted");
    }

    /** The reference to the parent that controls access to a record, if one does. */
    public Optional<FieldDefinition> parentField() {
        return Optional.ofNullable(header.parentField).flatMap(this::field);
    }

    static String key(String apiName) {
        return apiName.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return header.apiName;
    }

    /**
     * What an object is, apart from its fields.
     *
     * @param keyPrefix the first three characters of its record ids, null for mapped tables with keys of their own
     * @param managed whether Gatehouse made the table, or found it
     * @param hierarchyAccess whether people see the records of those below them in the role hierarchy
     * @param traits what else it is
     */
    public record Header(
            String apiName,
            String label,
            String labelPlural,
            @Nullable String keyPrefix,
            boolean managed,
            String schema,
            String table,
            String nameField,
            @Nullable String ownerField,
            OrgWideDefault orgWideDefault,
            boolean hierarchyAccess,
            @Nullable String parentField,
            @Nullable String description,
            @Nullable String guidance,
            ObjectTraits traits) {}
}
