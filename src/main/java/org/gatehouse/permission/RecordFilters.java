package org.gatehouse.permission;

import java.util.ArrayList;
import java.util.List;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.ObjectCatalog;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.OrgWideDefault;

/** Decides, object by object, which records one person may see, change and delete: org-wide default, ownership, role hierarchy, view all. */
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

    /** The records of an object that the person may access as far as the level goes. */
    RecordFilter filter(ObjectDefinition object, AccessLevel level) {
        return filter(object, level, MAX_PARENTS);
    }

    private RecordFilter filter(ObjectDefinition object, AccessLevel level, int parentsLeft) {
        ObjectPermission permission = permissions.object(object.apiName());
        if (!verb(permission, level)) {
            return NONE;
        }
        if (permission.modifyAll() || (level == AccessLevel.READ && permission.viewAll())) {
            return EVERY;
        }
        OrgWideDefault orgWideDefault = object.header().orgWideDefault();
        return switch (orgWideDefault) {
            case PRIVATE, PUBLIC_READ, PUBLIC_READ_WRITE -> {
                boolean open = switch (level) {
                    case READ -> orgWideDefault != OrgWideDefault.PRIVATE;
                    case EDIT -> orgWideDefault == OrgWideDefault.PUBLIC_READ_WRITE;
                    case ALL -> false;
                };
                yield open ? EVERY : object.ownerField().map(owner -> owned(object, owner)).orElse(NONE);
            }
            case CONTROLLED_BY_PARENT -> parentsLeft == 0 ? NONE : controlledByParent(object, level, parentsLeft);
        };
    }

    private static boolean verb(ObjectPermission permission, AccessLevel level) {
        return switch (level) {
            case READ -> permission.read();
            case EDIT -> permission.edit();
            case ALL -> permission.delete();
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

    /** Who may change the parent may change and delete what belongs to it. */
    private RecordFilter controlledByParent(ObjectDefinition object, AccessLevel level, int parentsLeft) {
        FieldDefinition reference = object.parentField().orElse(null);
        if (reference == null || reference.referenceTo().size() != 1) {
            return NONE;
        }
        ObjectDefinition parent = catalog.find(reference.referenceTo().getFirst()).orElse(null);
        if (parent == null) {
            return NONE;
        }
        RecordFilter filter = filter(parent, level == AccessLevel.READ ? AccessLevel.READ : AccessLevel.EDIT, parentsLeft - 1);
        return filter.equals(NONE) ? NONE : new RecordFilter.Matching(new Predicate.ParentVisible(reference, parent, filter));
    }
}
