package org.gatehouse.permission.grants;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.metadata.ObjectCatalog;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.design.ApiNames;
import org.gatehouse.permission.ObjectPermission;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.permission.grants.GrantSettings.FieldGrant;
import org.gatehouse.permission.grants.GrantSettings.ObjectGrant;
import org.gatehouse.permission.grants.GrantSettings.PermissionSet;
import org.gatehouse.platform.problem.Violations;

/** Finds what is wrong with a permission set: names that nobody has, and permissions without the ones that they need. */
final class SetCheck {
    private static final int LABEL = 80;

    private final ObjectCatalog catalog;
    private final Violations violations;

    SetCheck(ObjectCatalog catalog, Violations violations) {
        this.catalog = catalog;
        this.violations = violations;
    }

    void check(PermissionSet set) {
        ApiNames.check(set.name() == null ? "" : set.name(), "/name", violations);
        violations.require(set.label() != null && !set.label().isBlank() && set.label().length() <= LABEL, "/label", "a label has 1 to 80 characters");
        violations.require(!set.muting() || (!set.sessionBased() && set.profile() == null), "/muting", "what mutes is neither a profile's own nor session-based");
        violations.require(!set.sessionBased() || set.profile() == null, "/sessionBased", "a profile's own set always counts");
        checkSystem(set);
        set.granted().forEach((name, grant) -> checkObject(name, grant, set.muting()));
    }

    private void checkSystem(PermissionSet set) {
        Set<SystemPermission> granted = set.system().stream().flatMap(name -> SystemPermission.named(name).stream()).collect(Collectors.toSet());
        for (String name : set.system()) {
            Optional<SystemPermission> permission = SystemPermission.named(name);
            violations.require(permission.isPresent(), "/systemPermissions", "there is no permission '" + name + "'");
            permission.filter(known -> !set.muting() && !granted.containsAll(known.needs())).ifPresent(known -> violations.add(
                    "/systemPermissions",
                    name + " needs " + known.needs().stream().map(SystemPermission::apiName).sorted().collect(Collectors.joining(", "))));
        }
    }

    private void checkObject(String name, ObjectGrant grant, boolean muting) {
        String place = "/objects/" + name;
        // By the very name: permissions are looked up by it.
        Optional<ObjectDefinition> object = catalog.find(name).filter(found -> found.apiName().equals(name));
        if (object.isEmpty()) {
            violations.add(place, "there is no object '" + name + "'; upper and lower case count");
            return;
        }
        if (!muting) {
            checkNeeds(grant.permission(), place);
        }
        grant.byField().forEach((fieldName, field) -> checkField(object.get(), fieldName, field, grant, muting, place + "/fields/" + fieldName));
    }

    private void checkNeeds(ObjectPermission granted, String place) {
        boolean more = granted.create() || granted.edit() || granted.delete() || granted.viewAll() || granted.modifyAll() || granted.viewAllFields();
        violations.require(granted.read() || !more, place, "everything else needs read");
        violations.require(!granted.delete() || granted.edit(), place, "delete needs edit");
        violations.require(
                !granted.read() || !granted.modifyAll() || granted.settled().modifyAll(), place, "modifyAll needs create, edit, delete and viewAll");
    }

    private void checkField(ObjectDefinition object, String name, FieldGrant field, ObjectGrant grant, boolean muting, String place) {
        boolean known = object.field(name).filter(found -> found.apiName().equals(name)).isPresent();
        violations.require(known, place, object.apiName() + " has no field '" + name + "'; upper and lower case count");
        violations.require(muting || !field.edit() || field.read(), place, "edit needs read");
        violations.require(muting || grant.read() || !field.read(), place, "a field needs read on its object");
    }
}
