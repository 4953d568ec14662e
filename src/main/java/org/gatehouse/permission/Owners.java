package org.gatehouse.permission;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A set of record owners: some by their own id, some by a group whose people they are.
 *
 * @param ids ids of people and queues
 * @param groups ids of groups, as {@code group_membership} has them; only people who are members themselves count, not those above them
 */
public record Owners(Set<String> ids, Set<String> groups) {
    public Owners {
        // Sorted, so that the same access always makes the same statement.
        ids = Collections.unmodifiableSortedSet(new TreeSet<>(ids));
        groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
    }

    /** The owner with that id. */
    static Owners one(String id) {
        return new Owners(Set.of(id), Set.of());
    }

    /** The people of that group. */
    static Owners group(String groupId) {
        return new Owners(Set.of(), Set.of(groupId));
    }

    /** Either of the two. */
    Owners or(Owners other) {
        Set<String> allIds = new TreeSet<>(ids);
        allIds.addAll(other.ids);
        Set<String> allGroups = new TreeSet<>(groups);
        allGroups.addAll(other.groups);
        return new Owners(allIds, allGroups);
    }
}
