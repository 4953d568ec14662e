package org.gatehouse.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.ObjectCatalog;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.OrgWideDefault;

/**
 * Decides, object by object, which records one person may see, change and delete: the org-wide default, widened by every {@link RecordGrant},
 * narrowed by restriction rules and by the ceilings over an agent.
 */
final class RecordFilters {
    /** Controlled by parent, which is controlled by its parent, and so on: a longer chain than this is a mistake in the metadata. */
    private static final int MAX_PARENTS = 5;

    private static final RecordFilter EVERY = new RecordFilter.Every();
    private static final RecordFilter NONE = new RecordFilter.None();

    private final Permissions permissions;
    private final ObjectCatalog catalog;
    private final Sharing sharing;
    private final Ceilings ceilings;
    private final RecordGrants grants;

    RecordFilters(Permissions permissions, ObjectCatalog catalog, Sharing sharing, Ceilings ceilings) {
        this.permissions = permissions;
        this.catalog = catalog;
        this.sharing = sharing;
        this.ceilings = ceilings;
        this.grants = new RecordGrants(permissions, catalog, sharing);
    }

    /** The records of an object that the person may access as far as the level goes. */
    RecordFilter filter(ObjectDefinition object, AccessLevel level) {
        return ceilings.permit(object, level) ? underCeilings(object, filter(object, level, MAX_PARENTS)) : NONE;
    }

    /** What {@link #filter(ObjectDefinition, AccessLevel)} is made of. */
    List<RecordReason> reasons(ObjectDefinition object, AccessLevel level) {
        ObjectPermission permission = permissions.object(object.apiName());
        if (!verb(permission, level) || !ceilings.permit(object, level)) {
            return List.of();
        }
        List<RecordReason> reasons = new ArrayList<>();
        boolean all = permission.modifyAll() || (level == AccessLevel.READ && permission.viewAll());
        if (all) {
            String kind = permission.modifyAll() ? "MODIFY_ALL" : "VIEW_ALL";
            reasons.add(RecordReason.opening(kind, kind, EVERY));
        }
        OrgWideDefault orgWideDefault = object.header().orgWideDefault();
        if (orgWideDefault == OrgWideDefault.CONTROLLED_BY_PARENT) {
            reasons.add(RecordReason.opening(
                    "CONTROLLED_BY_PARENT", object.parentField().map(FieldDefinition::apiName).orElse(""), controlledByParent(object, level, MAX_PARENTS)));
        } else if (open(orgWideDefault, level)) {
            reasons.add(RecordReason.opening("ORG_WIDE_DEFAULT", orgWideDefault.apiName(), EVERY));
        }
        grants.of(object, level).forEach(
                grant -> reasons.add(RecordReason.opening(grant.cause().name(), grant.rule(), new RecordFilter.Matching(grant.predicate()))));
        if (!all) {
            restrictions(object).forEach(rule -> reasons.add(RecordReason.narrowing(
                    "RESTRICTION_RULE", rule.apiName(), rule.criteria().on(object, permissions).<RecordFilter>map(RecordFilter.Matching::new).orElse(NONE))));
        }
        ceilings.criteria(object, permissions).ifPresentOrElse(
                criteria -> criteria.forEach(one -> reasons.add(RecordReason.narrowing("CEILING", "CEILING", new RecordFilter.Matching(one)))),
                () -> reasons.add(RecordReason.narrowing("CEILING", "CEILING", NONE)));
        return reasons;
    }

    private List<RestrictionRule> restrictions(ObjectDefinition object) {
        return sharing.restrictions(object.apiName()).stream().filter(rule -> permissions.groups().contains(rule.group())).toList();
    }

    /** Ceilings come last and over everything, over the permission to see all records too. */
    private RecordFilter underCeilings(ObjectDefinition object, RecordFilter filter) {
        return ceilings.criteria(object, permissions).map(criteria -> narrow(filter, criteria)).orElse(NONE);
    }

    private RecordFilter filter(ObjectDefinition object, AccessLevel level, int parentsLeft) {
        ObjectPermission permission = permissions.object(object.apiName());
        if (!verb(permission, level)) {
            return NONE;
        }
        if (permission.modifyAll() || (level == AccessLevel.READ && permission.viewAll())) {
            return EVERY;
        }
        return restricted(object, shared(object, level, parentsLeft));
    }

    private RecordFilter shared(ObjectDefinition object, AccessLevel level, int parentsLeft) {
        OrgWideDefault orgWideDefault = object.header().orgWideDefault();
        return switch (orgWideDefault) {
            case PRIVATE, PUBLIC_READ, PUBLIC_READ_WRITE -> open(orgWideDefault, level) ? EVERY : granted(object, level);
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

    private static boolean open(OrgWideDefault orgWideDefault, AccessLevel level) {
        return switch (level) {
            case READ -> orgWideDefault != OrgWideDefault.PRIVATE;
            case EDIT -> orgWideDefault == OrgWideDefault.PUBLIC_READ_WRITE;
            case ALL -> false;
        };
    }

    private RecordFilter granted(ObjectDefinition object, AccessLevel level) {
        List<Predicate> ways = grants.of(object, level).stream().map(RecordGrant::predicate).toList();
        return ways.isEmpty() ? NONE : new RecordFilter.Matching(Predicates.anyOf(ways));
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
        if (!ceilings.permit(parent, AccessLevel.READ)) {
            return NONE;
        }
        // An agent that may not see a parent does not see what belongs to it; to change that, it need not be allowed to change the parent.
        RecordFilter filter =
                underCeilings(parent, filter(parent, level == AccessLevel.READ ? AccessLevel.READ : AccessLevel.EDIT, parentsLeft - 1));
        return filter.equals(NONE) ? NONE : new RecordFilter.Matching(new Predicate.ParentVisible(reference, parent, filter));
    }

    /** A restriction whose criteria mean nothing leaves nothing. */
    private RecordFilter restricted(ObjectDefinition object, RecordFilter filter) {
        List<Predicate> all = new ArrayList<>();
        for (RestrictionRule rule : restrictions(object)) {
            Optional<Predicate> kept = rule.criteria().on(object, permissions);
            if (kept.isEmpty()) {
                return NONE;
            }
            all.add(kept.get());
        }
        return narrow(filter, all);
    }

    private static RecordFilter narrow(RecordFilter filter, List<Predicate> restrictions) {
        if (restrictions.isEmpty()) {
            return filter;
        }
        return switch (filter) {
            case RecordFilter.None() -> NONE;
            case RecordFilter.Every() ->
                new RecordFilter.Matching(restrictions.size() == 1 ? restrictions.getFirst() : new Predicate.AllOf(restrictions));
            case RecordFilter.Matching(var predicate) -> {
                List<Predicate> all = new ArrayList<>(restrictions);
                all.add(predicate);
                yield new RecordFilter.Matching(new Predicate.AllOf(all));
            }
        };
    }
}
