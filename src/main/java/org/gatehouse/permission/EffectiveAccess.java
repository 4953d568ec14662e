package org.gatehouse.permission;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.ObjectCatalog;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.permission.Permissions.FieldName;

/**
 * Everything one person may do, by themselves or through an agent, at one version of the configuration. Immutable; nothing in it is read from
 * the database again.
 */
public final class EffectiveAccess {
    private final Permissions permissions;
    private final ObjectCatalog catalog;
    private final Ceilings ceilings;
    private final RecordFilters recordFilters;
    private final Set<FieldName> closedFormulas;
    private final Map<AccessLevel, Map<String, RecordFilter>> filters = new EnumMap<>(AccessLevel.class);

    /** What a person may do without an agent in between. */
    public EffectiveAccess(Permissions permissions, ObjectCatalog catalog, Sharing sharing) {
        this(permissions, catalog, sharing, Ceilings.NONE);
    }

    public EffectiveAccess(Permissions permissions, ObjectCatalog catalog, Sharing sharing, Ceilings ceilings) {
        this.permissions = permissions;
        this.catalog = catalog;
        this.ceilings = ceilings;
        this.closedFormulas = ClosedFormulas.under(ceilings, catalog);
        this.recordFilters = new RecordFilters(permissions, catalog, sharing, ceilings);
        for (AccessLevel level : AccessLevel.values()) {
            filters.put(
                    level,
                    catalog.objects().stream().collect(toUnmodifiableMap(ObjectDefinition::apiName, object -> recordFilters.filter(object, level))));
        }
    }

    /** The objects as of the same version. */
    public ObjectCatalog catalog() {
        return catalog;
    }

    /** The object of that name if this person may read it. Hidden and absent are the same. */
    public Optional<ObjectDefinition> readableObject(String apiName) {
        return catalog.find(apiName).filter(this::canRead);
    }

    /**
     * The field found by the given look-up if this person may read its values. Hidden and absent are the same, and so is a field behind a mask:
     * whoever filters, orders or groups by a value learns it.
     */
    public Optional<FieldDefinition> readableField(
            ObjectDefinition object, Function<ObjectDefinition, Optional<FieldDefinition>> lookUp) {
        return lookUp.apply(object).filter(field -> canRead(object, field) && mask(object, field).isEmpty());
    }

    /**
     * The same with fields behind masks. Only for whoever puts {@link #mask} over each value that leaves, and does nothing else with it.
     */
    public Optional<FieldDefinition> selectableField(
            ObjectDefinition object, Function<ObjectDefinition, Optional<FieldDefinition>> lookUp) {
        return lookUp.apply(object).filter(field -> canRead(object, field));
    }

    /** What the person may do with an object. */
    public ObjectPermission object(ObjectDefinition object) {
        return ceilings.under(object, permissions.object(object.apiName()));
    }

    /** Whether the person may read the object at all. */
    public boolean canRead(ObjectDefinition object) {
        return object(object).read();
    }

    /** The names of the objects that the person may read, in the catalog's order. */
    public List<String> readableObjects() {
        return catalog.objects().stream().filter(this::canRead).map(ObjectDefinition::apiName).toList();
    }

    /** Whether the person may read a field of an object. */
    public boolean canRead(ObjectDefinition object, FieldDefinition field) {
        return canRead(object) && personReads(object, field) && ceilings.readable(object, field) && !closed(object, field);
    }

    private boolean closed(ObjectDefinition object, FieldDefinition field) {
        return field.isFormula() && closedFormulas.contains(new FieldName(object.apiName(), field.apiName()));
    }

    private boolean personReads(ObjectDefinition object, FieldDefinition field) {
        return field.alwaysReadable()
                || has(SystemPermission.VIEW_ALL_FIELDS)
                || permissions.object(object.apiName()).viewAllFields()
                || field(object, field).readable();
    }

    /**
     * What is read in place of a field's value, if it is not the value itself. Such a field can be selected and nothing else;
     * the ordinary look-up does not find it.
     */
    public Optional<Mask> mask(ObjectDefinition object, FieldDefinition field) {
        return ceilings.mask(object, field);
    }

    /** Whether the person may change a field of an object; which records is another question. */
    public boolean canEdit(ObjectDefinition object, FieldDefinition field) {
        return object(object).edit() && canSet(object, field);
    }

    /**
     * Whether the person may give a field a value, where they may make or change the record at all. A field that needs no permission to be
     * read needs none to be set either.
     */
    public boolean canSet(ObjectDefinition object, FieldDefinition field) {
        boolean computed = field.readOnly() || field.isFormula() || field.type() == FieldType.ID || field.type() == FieldType.AUTO_NUMBER;
        return !computed
                && canRead(object)
                && (field.alwaysReadable() || field(object, field).editable())
                && ceilings.editable(object, field);
    }

    /** Which records of an object the person may see. */
    public RecordFilter visible(ObjectDefinition object) {
        return filter(object, AccessLevel.READ);
    }

    /** Which records of an object the person may change. */
    public RecordFilter editable(ObjectDefinition object) {
        return object.header().traits().writeMode().changes() ? filter(object, AccessLevel.EDIT) : new RecordFilter.None();
    }

    /** Which records of an object the person may delete, share, and give to another owner. */
    public RecordFilter deletable(ObjectDefinition object) {
        return object.header().traits().writeMode().changes() ? filter(object, AccessLevel.ALL) : new RecordFilter.None();
    }

    /** Whether the person may make records of an object. */
    public boolean canCreate(ObjectDefinition object) {
        return object.header().traits().writeMode().inserts() && object(object).create();
    }

    /**
     * Everything that opens records of an object to the person as far as the level goes, and everything that narrows what is open, each for
     * itself. A record is open if one opens it and none narrows it away.
     */
    public List<RecordReason> reasons(ObjectDefinition object, AccessLevel level) {
        boolean readOnly = level != AccessLevel.READ && !object.header().traits().writeMode().changes();
        return readOnly ? List.of() : recordFilters.reasons(object, level);
    }

    private RecordFilter filter(ObjectDefinition object, AccessLevel level) {
        return requireNonNull(filters.get(level)).getOrDefault(object.apiName(), new RecordFilter.None());
    }

    /** The person's record id. */
    public String userId() {
        return permissions.userId();
    }

    /** The person's time zone; UTC if it is one that nobody knows. */
    public ZoneId timeZone() {
        try {
            return ZoneId.of(permissions.timeZone());
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    /** The permission sets in force, the profile's own included. */
    public Set<String> permissionSetIds() {
        return permissions.permissionSetIds();
    }

    /** Whether the person holds a system permission. */
    public boolean has(SystemPermission permission) {
        return permissions.system().contains(permission);
    }

    /** Whether the snapshot still holds: at the second a time-limited assignment ends, it does not. */
    boolean validAt(Instant now) {
        return permissions.validUntil() == null || now.isBefore(permissions.validUntil());
    }

    private FieldPermission field(ObjectDefinition object, FieldDefinition field) {
        return permissions.fields().getOrDefault(new FieldName(object.apiName(), field.apiName()), FieldPermission.NONE);
    }
}
