package org.gatehouse.permission;

import java.util.Map;
import java.util.Set;

/**
 * How many people belong to each group, at one version of the configuration.
 *
 * @param members the number of those who are members themselves, by group; a group without any is not in it
 * @param people the number of all people; 0 if nobody counted, and then every group may have any number
 */
public record GroupSizes(Map<String, Integer> members, int people) {
    /** Nobody counted. */
    public static final GroupSizes UNKNOWN = new GroupSizes(Map.of(), 0);

    public GroupSizes {
        members = Map.copyOf(members);
    }

    /** The owner with that id. */
    Owners one(String id) {
        return new Owners(Set.of(id), Set.of(), people == 0 ? 1 : 1.0 / people, 0);
    }

    /** The people of that group; nobody, if it is known to have none. */
    Owners group(String groupId) {
        if (people == 0) {
            return new Owners(Set.of(), Set.of(groupId), 1, Owners.UNCOUNTED);
        }
        int size = members.getOrDefault(groupId, 0);
        return size == 0 ? new Owners(Set.of(), Set.of(), 0, 0) : new Owners(Set.of(), Set.of(groupId), Math.min(1, (double) size / people), size);
    }
}
