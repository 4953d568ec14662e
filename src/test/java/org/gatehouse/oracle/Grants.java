package org.gatehouse.oracle;

import org.gatehouse.metadata.OrgWideDefault;
import org.gatehouse.oracle.Judge.Level;
import org.gatehouse.oracle.Organisation.Person;
import org.jspecify.annotations.Nullable;

/**
 * What opens one record to one person beyond the default of its object: ownership, queues, hierarchy, rules, manual shares, and the records
 * around it. A detail has no grants of its own: its parent decides.
 *
 * <p>Left open by the documents and decided here: whoever is above a member of a role, a queue or a group has what the member has, whatever
 * the object's switch says about ownership. A child opens its parent by a grant of its own only, not by its default or by View All. Restriction rules are not asked on the
 * way from one record to another: they narrow their own object, and details through their parent.
 */
final class Grants {
    private final Organisation organisation;
    private final Person person;
    private final Judge judge;
    private final Memberships memberships;

    Grants(Organisation organisation, Person person, Judge judge) {
        this.organisation = organisation;
        this.person = person;
        this.judge = judge;
        this.memberships = new Memberships(organisation);
    }

    boolean reaches(String principal) {
        return memberships.reaches(principal, person);
    }

    boolean give(ModelObject object, ModelRecord candidate, Level level) {
        return object.orgWideDefault() != OrgWideDefault.CONTROLLED_BY_PARENT
                && (direct(object, candidate, level) || implicitParent(object, candidate, level));
    }

    /** All but what a child opens. */
    private boolean direct(ModelObject object, ModelRecord candidate, Level level) {
        return ownership(object, candidate)
                || (level != Level.ALL
                        && (rule(object, candidate, level) || share(object, candidate, level) || implicitChild(object, candidate, level)));
    }

    private boolean ownership(ModelObject object, ModelRecord candidate) {
        Object owner = candidate.values().get("OwnerId");
        if (!object.owned() || owner == null) {
            return false;
        }
        return owner.equals(person.id()) || queue(object, owner) || (object.hierarchy() && isBelow(owner));
    }

    private boolean queue(ModelObject object, Object owner) {
        return organisation.sharing().groups().stream()
                .filter(group -> group.id().equals(owner) && group.queueOf() != null && group.queueOf().contains(object.name()))
                .anyMatch(group -> reaches(group.id()));
    }

    private boolean isBelow(@Nullable Object owner) {
        String role = person.role();
        return role != null && organisation.person(owner).filter(found -> organisation.above(role, found.role())).isPresent();
    }

    private boolean rule(ModelObject object, ModelRecord candidate, Level level) {
        return organisation.sharing().rules().stream()
                .filter(rule -> rule.object().equals(object.name()) && reaches(rule.target()) && (rule.edit() || level == Level.READ))
                .anyMatch(rule -> rule.source() == null
                        ? rule.criteria().hold(object, candidate, person)
                        : memberships.members(rule.source()).contains(String.valueOf(candidate.values().get("OwnerId"))));
    }

    private boolean share(ModelObject object, ModelRecord candidate, Level level) {
        return organisation.sharing().shares().stream()
                .filter(share -> share.object().equals(object.name()) && share.record().equals(candidate.id()))
                .anyMatch(share -> (share.edit() || level == Level.READ) && reaches(share.principal()));
    }

    /** The owner of the record that this one points to, by the owner's role, and those above the owner. */
    private boolean implicitChild(ModelObject object, ModelRecord candidate, Level level) {
        return organisation.sharing().implicitChildren().stream()
                .filter(child -> child.object().equals(object.name()) && (child.edit() || level == Level.READ))
                .anyMatch(child -> {
                    ModelField field = object.field(child.field()).orElseThrow();
                    ModelObject parent = organisation.require(field.targets().getFirst());
                    return organisation.record(parent, candidate.value(field))
                            .filter(found -> !found.deleted() && judge.rights().canRead(parent))
                            .filter(found -> parent.owned() && parent.orgWideDefault() != OrgWideDefault.CONTROLLED_BY_PARENT)
                            .flatMap(found -> organisation.person(found.values().get("OwnerId")))
                            .filter(owner -> child.role().equals(owner.role()))
                            .filter(owner -> owner.id().equals(person.id()) || (parent.hierarchy() && isBelow(owner.id())))
                            .isPresent();
                });
    }

    private boolean implicitParent(ModelObject object, ModelRecord candidate, Level level) {
        return level == Level.READ && organisation.objects().stream()
                .filter(child -> judge.rights().canRead(child))
                .anyMatch(child -> child.fields().stream()
                        .filter(field -> field.implicitParent() && field.targets().contains(object.name()))
                        .anyMatch(field -> organisation.recordsOf(child).stream()
                                .filter(record -> !record.deleted() && candidate.id().equals(record.value(field)))
                                .anyMatch(record -> direct(child, record, Level.READ))));
    }
}
