package org.gatehouse.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.ObjectCatalog;
import org.gatehouse.metadata.ObjectDefinition;

/** Decides, object by object, which records one person may see: org-wide default, ownership, role hierarchy, view all. */
final class RecordFilters {
    /** Controlled by parent, which is controlled by its parent, and so on: a longer chain than this is a mistake in the metadata. */
    private static final int MAX_PARENTS = 5;

    private static final RecordFilter EVERY = new RecordFilter.Every();
    private static final RecordFilter NONE = new RecordFilter.None();

    private final Permissions permissions;
    private final ObjectCatalog catalog;

    RecordFilters(Permissions permissions, ObjectCatalog catalog) {
        this.permissions = permissions;
        this.catalog = catalog;
    }

    RecordFilter visible(ObjectDefinition object) {
        return visible(object, MAX_PARENTS);
    }

    private RecordFilter visible(ObjectDefinition object, int parentsLeft) {
        Set<SystemPermission> system = permissions.system();
        if (system.contains(SystemPermission.VIEW_ALL_DATA) || system.contains(SystemPermission.MODIFY_ALL_DATA)) {
            return EVERY;
        }
        ObjectPermission permission = permissions.objects().getOrDefault(object.apiName(), ObjectPermission.NONE);
        if (!permission.read()) {
            return NONE;
        }
        if (permission.viewAll() || permission.modifyAll()) {
            return EVERY;
        }
        return switch (object.header().orgWideDefault()) {
            case PUBLIC_READ, PUBLIC_READ_WRITE -> EVERY;
            case PRIVATE -> object.ownerField().map(owner -> owned(object, owner)).orElse(NONE);
            case CONTROLLED_BY_PARENT -> parentsLeft == 0 ? NONE : controlledByParent(object, parentsLeft);
        };
    }

    private RecordFilter owned(ObjectDefinition object, FieldDefinition owner) {
        List<Predicate> ways = new ArrayList<>();
        ways.add(new Predicate.OwnedBy(owner, permissions.userId()));
        if (object.header().hierarchyAccess() && permissions.roleId() != null) {
            ways.add(new Predicate.OwnedBelow(owner, permissions.roleId()));
        }
        return new RecordFilter.Matching(ways.size() == 1 ? ways.getFirst() : new Predicate.AnyOf(ways));
    }

    private RecordFilter controlledByParent(ObjectDefinition object, int parentsLeft) {
        FieldDefinition reference = object.parentField().orElse(null);
        if (reference == null || reference.referenceTo().size() != 1) {
            return NONE;
        }
        ObjectDefinition parent = catalog.find(reference.referenceTo().getFirst()).orElse(null);
        if (parent == null) {
            return NONE;
        }
        RecordFilter filter = visible(parent, parentsLeft - 1);
        return filter.equals(NONE) ? NONE : new RecordFilter.Matching(new Predicate.ParentVisible(reference, parent, filter));
    }
}
