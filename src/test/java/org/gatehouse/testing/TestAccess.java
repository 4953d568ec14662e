package org.gatehouse.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldTraits;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.ObjectCatalog;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.ObjectTraits;
import org.gatehouse.metadata.OrgWideDefault;
import org.gatehouse.permission.Ceilings;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.permission.FieldPermission;
import org.gatehouse.permission.GroupSizes;
import org.gatehouse.permission.ObjectPermission;
import org.gatehouse.permission.ImplicitChild;
import org.gatehouse.permission.Permissions;
import org.gatehouse.permission.Permissions.FieldName;
import org.gatehouse.permission.RestrictionRule;
import org.gatehouse.permission.Sharing;
import org.gatehouse.permission.SharingRule;
import org.gatehouse.permission.SystemPermission;
import org.jspecify.annotations.Nullable;

/** Objects and a person's rights, made by hand: a test says only what is special about them. */
public final class TestAccess {
    public static final String PERSON = "005000000000000777";
    public static final String ROLE = "00E000000000000777";

    private final List<ObjectDefinition> objects = new ArrayList<>();
    private final Map<String, ObjectPermission> objectPermissions = new HashMap<>();
    private final Map<FieldName, FieldPermission> fieldPermissions = new HashMap<>();
    private final Set<String> groups = new HashSet<>();
    private final List<SharingRule> rules = new ArrayList<>();
    private final List<RestrictionRule> restrictions = new ArrayList<>();
    private final List<ImplicitChild> implicitChildren = new ArrayList<>();
    private final Map<String, List<String>> queues = new HashMap<>();
    private final Set<SystemPermission> system = new HashSet<>();
    private @Nullable String roleId = ROLE;

    /** A person with a role who may do nothing yet. */
    public static TestAccess person() {
        return new TestAccess();
    }

    public TestAccess withoutRole() {
        roleId = null;
        return this;
    }

    public TestAccess with(SystemPermission permission) {
        system.add(permission);
        return this;
    }

    /** Belongs to groups, by membership or by the role hierarchy. */
    public TestAccess in(String... groupIds) {
        groups.addAll(List.of(groupIds));
        return this;
    }

    public TestAccess with(SharingRule rule) {
        rules.add(rule);
        return this;
    }

    public TestAccess with(RestrictionRule rule) {
        restrictions.add(rule);
        return this;
    }

    public TestAccess with(ImplicitChild setting) {
        implicitChildren.add(setting);
        return this;
    }

    /** A queue that may own records of an object. */
    public TestAccess withQueue(String object, String queueId) {
        queues.put(object, List.of(queueId));
        return this;
    }

    public TestAccess with(ObjectDefinition... definitions) {
        objects.addAll(List.of(definitions));
        return this;
    }

    /** May do with an object what the letters say: r(ead), c(reate), e(dit), d(elete), v(iew all), m(odify all), f(ields all). */
    public TestAccess may(String letters, String object) {
        objectPermissions.put(
                object,
                new ObjectPermission(
                        letters.contains("r"), letters.contains("c"), letters.contains("e"), letters.contains("d"), letters.contains("v"),
                        letters.contains("m"), letters.contains("f")));
        return this;
    }

    public TestAccess reads(String object, String field) {
        fieldPermissions.put(new FieldName(object, field), new FieldPermission(true, false));
        return this;
    }

    public TestAccess edits(String object, String field) {
        fieldPermissions.put(new FieldName(object, field), new FieldPermission(false, true));
        return this;
    }

    public EffectiveAccess access() {
        return access(Ceilings.NONE);
    }

    /** The same through an agent under ceilings. */
    public EffectiveAccess access(Ceilings ceilings) {
        return new EffectiveAccess(
                new Permissions(PERSON, roleId, "UTC", Set.of(), groups, system, objectPermissions, fieldPermissions, null),
                new ObjectCatalog(objects),
                new Sharing(rules, restrictions, implicitChildren, queues, GroupSizes.UNKNOWN),
                ceilings);
    }

    /** An object whose access is controlled by its org-wide default. */
    public static ObjectDefinition object(String name, OrgWideDefault orgWideDefault, boolean hierarchy, FieldDefinition... fields) {
        return object(name, orgWideDefault, hierarchy, null, fields);
    }

    /** An object whose access is controlled by the parent that a field points to. */
    public static ObjectDefinition detail(String name, String parentField, FieldDefinition... fields) {
        return object(name, OrgWideDefault.CONTROLLED_BY_PARENT, false, parentField, fields);
    }

    private static ObjectDefinition object(
            String name, OrgWideDefault orgWideDefault, boolean hierarchy, @Nullable String parentField, FieldDefinition... fields) {
        List<FieldDefinition> all = new ArrayList<>(List.of(field("Id", FieldType.ID, true)));
        all.addAll(List.of(fields));
        boolean owned = all.stream().anyMatch(field -> field.apiName().equals("OwnerId"));
        return new ObjectDefinition(
                new ObjectDefinition.Header(
                        name, name, name + "s", null, true, "records", name.toLowerCase(java.util.Locale.ROOT), "Id", owned ? "OwnerId" : null,
                        orgWideDefault, hierarchy, parentField, null, null, ObjectTraits.PLAIN),
                all);
    }

    /** A field that needs a field permission. */
    public static FieldDefinition field(String name, FieldType type) {
        return field(name, type, false);
    }

    /** A field that everybody who reads the object may read. */
    public static FieldDefinition open(String name, FieldType type) {
        return field(name, type, true);
    }

    /** The field that names a record's owner. */
    public static FieldDefinition owner() {
        return lookup("OwnerId", "Owner", "User");
    }

    /** A readable reference; more than one target makes it polymorphic. */
    public static FieldDefinition lookup(String name, String relationship, String... targets) {
        return new FieldDefinition(
                name, name, FieldType.LOOKUP, name, 18, null, null, false, true, false, List.of(targets), relationship, null, null, null, List.of(),
                FieldTraits.PLAIN);
    }

    private static FieldDefinition field(String name, FieldType type, boolean alwaysReadable) {
        return new FieldDefinition(
                name, name, type, name, null, null, null, false, alwaysReadable, false, List.of(), null, null, null, null, List.of(), FieldTraits.PLAIN);
    }
}
