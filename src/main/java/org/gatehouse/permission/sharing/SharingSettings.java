package org.gatehouse.permission.sharing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an administrator reads and writes about sharing. Things are named by their API names, people by their usernames. */
public final class SharingSettings {
    private SharingSettings() {}

    /** Some people: a person, a role, a role with all below it, a public group or a queue. */
    public record Member(Kind kind, String name) {}

    /** What a member is. */
    public enum Kind {
        USER("User"),
        ROLE("Role"),
        ROLE_AND_SUBORDINATES("RoleAndSubordinates"),
        GROUP("Group"),
        QUEUE("Queue");

        private final String apiName;

        Kind(String apiName) {
            this.apiName = apiName;
        }

        /** Its name in settings. */
        public String apiName() {
            return apiName;
        }
    }

    /**
     * A role.
     *
     * @param parent the role above it; null at the top
     */
    public record Role(String name, String label, @Nullable String parent) {}

    /**
     * A public group.
     *
     * @param hierarchyAccess whether what is shared with a member is shared with those above the member
     * @param version the version it was read at; null for a new one
     */
    public record Group(String name, String label, boolean hierarchyAccess, List<Member> members, @Nullable Integer version) {
        public Group {
            members = List.copyOf(members);
        }
    }

    /**
     * A queue.
     *
     * @param objects the objects whose records it may own
     */
    public record Queue(String name, String label, List<String> objects, List<Member> members, @Nullable Integer version) {
        public Queue {
            objects = List.copyOf(objects);
            members = List.copyOf(members);
        }
    }

    /**
     * A comparison of a field with a value.
     *
     * @param operator a name of {@link org.gatehouse.permission.CriterionOperator}
     */
    public record Criterion(String field, String operator, @Nullable String value) {}

    /**
     * A sharing rule.
     *
     * @param source whose records it opens; null if criteria say which
     * @param target to whom
     * @param level Read or Edit
     * @param any whether one criterion is enough
     */
    public record Rule(
            String name,
            String label,
            String object,
            @Nullable Member source,
            Member target,
            String level,
            boolean any,
            List<Criterion> criteria,
            @Nullable Integer version) {
        public Rule {
            criteria = List.copyOf(criteria);
        }
    }

    /**
     * A restriction rule.
     *
     * @param people whom it restricts
     */
    public record Restriction(
            String name, String label, String object, Member people, boolean any, List<Criterion> criteria, boolean active, @Nullable Integer version) {
        public Restriction {
            criteria = List.copyOf(criteria);
        }
    }

    /**
     * A record opened by hand.
     *
     * @param level Read or Edit
     */
    public record Share(Member with, String level) {}
}
