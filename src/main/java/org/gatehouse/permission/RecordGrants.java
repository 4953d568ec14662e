package org.gatehouse.permission;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.ObjectCatalog;
import org.gatehouse.metadata.ObjectCatalog.ChildRelationship;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.OrgWideDefault;

/**
 * The ways in which one person comes to records of an object beyond its org-wide default, each for itself: by owning them, by the role
 * hierarchy, by rules, by hand, through the records around them. An object that its parent controls has none.
 */
final class RecordGrants {
    private final Permissions permissions;
    private final ObjectCatalog catalog;
    private final Sharing sharing;

    RecordGrants(Permissions permissions, ObjectCatalog catalog, Sharing sharing) {
        this.permissions = permissions;
        this.catalog = catalog;
        this.sharing = sharing;
    }

    /** The ways that go as far as the level. */
    List<RecordGrant> of(ObjectDefinition object, AccessLevel level) {
        List<RecordGrant> grants = new ArrayList<>(direct(object, level));
        if (object.header().orgWideDefault() != OrgWideDefault.CONTROLLED_BY_PARENT) {
            implicitChild(object, level, grants);
            if (level == AccessLevel.READ) {
                implicitParent(object, grants);
            }
        }
        return grants;
    }

    /** The ways that a record opens by itself, without the records around it. Only these open a parent: otherwise access would run in circles. */
    private List<RecordGrant> direct(ObjectDefinition object, AccessLevel level) {
        if (object.header().orgWideDefault() == OrgWideDefault.CONTROLLED_BY_PARENT) {
            return List.of();
        }
        List<RecordGrant> grants = new ArrayList<>();
        object.ownerField().ifPresent(owner -> ownership(object, owner, grants));
        for (SharingRule rule : sharing.rules(object.apiName())) {
            if (permissions.groups().contains(rule.targetGroup()) && rule.level().compareTo(level) >= 0) {
                shared(object, rule).ifPresent(predicate -> grants.add(new RecordGrant(Cause.SHARING_RULE, rule.apiName(), predicate)));
            }
        }
        if (level != AccessLevel.ALL) {
            grants.add(RecordGrant.of(Cause.MANUAL, new Predicate.Shared(object, permissions.userId(), level)));
        }
        return grants;
    }

    private void ownership(ObjectDefinition object, FieldDefinition owner, List<RecordGrant> grants) {
        grants.add(RecordGrant.of(Cause.OWNER, new Predicate.OwnedBy(owner, sharing.sizes().one(permissions.userId()))));
        Set<String> queues = new HashSet<>(sharing.queues(object.apiName()));
        queues.retainAll(permissions.groups());
        if (!queues.isEmpty()) {
            Owners owners = queues.stream().map(sharing.sizes()::one).reduce(Owners::or).orElseThrow();
            grants.add(RecordGrant.of(Cause.QUEUE, new Predicate.OwnedBy(owner, owners)));
        }
        if (object.header().hierarchyAccess() && permissions.roleId() != null) {
            grants.add(RecordGrant.of(Cause.ROLE_HIERARCHY, new Predicate.OwnedBy(owner, sharing.sizes().group(Groups.below(permissions.roleId())))));
        }
    }

    private Optional<Predicate> shared(ObjectDefinition object, SharingRule rule) {
        String source = rule.sourceGroup();
        if (source == null) {
            return rule.criteria().on(object, permissions);
        }
        return object.ownerField().map(owner -> new Predicate.OwnedBy(owner, source(source)));
    }

    /** The records of a queue are those it owns itself; of any other group, those of its people. */
    private Owners source(String group) {
        return Groups.isQueue(group) ? sharing.sizes().one(group) : sharing.sizes().group(group);
    }

    private void implicitChild(ObjectDefinition object, AccessLevel level, List<RecordGrant> grants) {
        for (ImplicitChild setting : sharing.implicitChildren(object.apiName())) {
            FieldDefinition reference = object.field(setting.field()).filter(field -> field.referenceTo().size() == 1).orElse(null);
            if (reference == null || setting.level().compareTo(level) < 0 || !permissions.groups().contains(Groups.role(setting.roleId()))) {
                continue;
            }
            ObjectDefinition parent = catalog.find(reference.referenceTo().getFirst()).orElse(null);
            // Who owns a detail need not see it, so owning it opens nothing else either.
            boolean ownedForItself = parent != null && parent.header().orgWideDefault() != OrgWideDefault.CONTROLLED_BY_PARENT;
            if (parent == null || !ownedForItself || !permissions.object(parent.apiName()).read()) {
                continue;
            }
            boolean own = setting.roleId().equals(permissions.roleId());
            boolean below = parent.header().hierarchyAccess() && !own;
            if (own || below) {
                Owners owners = own ? sharing.sizes().one(permissions.userId()) : sharing.sizes().group(Groups.role(setting.roleId()));
                parent.ownerField().ifPresent(owner -> grants.add(RecordGrant.of(
                        Cause.IMPLICIT_CHILD,
                        new Predicate.ParentVisible(reference, parent, new RecordFilter.Matching(new Predicate.OwnedBy(owner, owners))))));
            }
        }
    }

    private void implicitParent(ObjectDefinition parent, List<RecordGrant> grants) {
        for (ChildRelationship relationship : catalog.referencesTo(parent)) {
            ObjectDefinition child = relationship.child();
            boolean opens = relationship.field().traits().implicitParent() && permissions.object(child.apiName()).read();
            List<Predicate> ways = opens ? direct(child, AccessLevel.READ).stream().map(RecordGrant::predicate).toList() : List.of();
            if (!ways.isEmpty()) {
                grants.add(RecordGrant.of(
                        Cause.IMPLICIT_PARENT,
                        new Predicate.ChildVisible(parent, child, relationship.field(), new RecordFilter.Matching(Predicates.anyOf(ways)))));
            }
        }
    }
}
