package org.gatehouse.oracle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that opens records beyond their owner, and what closes them again. */
record ModelSharing(
        List<Group> groups, List<Rule> rules, List<Restriction> restrictions, List<ImplicitChild> implicitChildren, List<Share> shares) {
    ModelSharing {
        groups = List.copyOf(groups);
        rules = List.copyOf(rules);
        restrictions = List.copyOf(restrictions);
        implicitChildren = List.copyOf(implicitChildren);
        shares = List.copyOf(shares);
    }

    /**
     * A public group or a queue.
     *
     * @param managersToo whether those above a member count as well
     * @param queueOf the objects whose records a queue may own; null for a public group
     */
    record Group(String id, boolean managersToo, List<Member> members, @Nullable List<String> queueOf) {
        boolean isQueue() {
            return queueOf != null;
        }
    }

    /** Who belongs to a group. */
    record Member(MemberKind kind, String id) {}

    /** What a member of a group is; the names are those of the stored form. */
    enum MemberKind {
        User,
        Role,
        RoleAndSubordinates,
        Group
    }

    /**
     * Opens records to a group.
     *
     * @param source whose records; null where the criteria say which
     */
    record Rule(String id, String object, @Nullable String source, String target, boolean edit, ModelCriteria criteria) {}

    /** Leaves the people of a group only the records that meet the criteria. */
    record Restriction(String id, String object, String group, boolean active, ModelCriteria criteria) {}

    /** What owners of that role may do with the records that point to theirs. */
    record ImplicitChild(String role, String object, String field, boolean edit) {}

    /** One record opened by hand. */
    record Share(String object, String record, String principal, boolean edit) {}
}
