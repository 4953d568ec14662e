package org.gatehouse.permission;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A set of record owners: some by their own id, some by a group whose people they are.
 *
 * @param ids ids of people and queues
 * @param groups ids of groups, as {@code group_membership} has them; only people who are members themselves count, not those above them
 * @param share about which share of all people they are, from 0 to 1: whoever compiles a filter wants to know whether few or many rows pass
 * @param people how many people the groups have at most; {@link #UNCOUNTED} if nobody counted
 */
public record Owners(Set<String> ids, Set<String> groups, double share, int people) {
    static final int UNCOUNTED = Integer.MAX_VALUE;

    /** Up to this share of all people are few: an index finds what they own faster than a look at each row. */
    private static final double FEW = 0.02;

    public Owners {
        // Sorted, so that the same access always makes the same statement.
        ids = Collections.unmodifiableSortedSet(new TreeSet<>(ids));
        groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
    }

    /** Whether they are few among all people. One person or queue is, how small the organisation may be. */
    public boolean few() {
        return share <= FEW || (groups.isEmpty() && ids.size() <= 1);
    }

    /** Either of the two. */
    Owners or(Owners other) {
        Set<String> allIds = new TreeSet<>(ids);
        allIds.addAll(other.ids);
        Set<String> allGroups = new TreeSet<>(groups);
        allGroups.addAll(other.groups);
        return new Owners(allIds, allGroups, Math.min(1, share + other.share), people > UNCOUNTED - other.people ? UNCOUNTED : people + other.people);
    }
}
