package org.gatehouse.permission.sharing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.GROUP_MEMBER;
import static org.gatehouse.platform.database.schema.Tables.GROUP_MEMBERSHIP;
import static org.gatehouse.platform.database.schema.Tables.PUBLIC_GROUP;
import static org.gatehouse.platform.database.schema.Tables.QUEUE;
import static org.gatehouse.platform.database.schema.Tables.ROLE_CLOSURE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.gatehouse.permission.Groups;
import org.gatehouse.permission.sharing.SharingSettings.Kind;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * Who belongs to which group, to the end of every chain. Computed whole, as part of the transaction that changes roles, people or groups, so
 * that there is no second way of computing it that could disagree; written is only what differs from what is there.
 */
public final class GroupMemberships {
    private static final int BATCH = 2_000;

    private final Map<Membership, Boolean> wanted = new HashMap<>();

    private final Map<String, Set<String>> usersByRole;
    private final Map<String, Set<String>> rolesBelow;
    private final Map<String, Set<String>> rolesAbove;
    private final Map<String, List<Record>> members;
    private final Map<String, String> roleOf = new HashMap<>();
    private final DSLContext sql;

    private GroupMemberships(DSLContext sql) {
        this.sql = sql;
        sql.select(APP_USER.ID, APP_USER.ROLE_ID).from(APP_USER).where(APP_USER.ROLE_ID.isNotNull()).forEach(
                row -> roleOf.put(row.get(APP_USER.ID), row.get(APP_USER.ROLE_ID)));
        this.usersByRole = roleOf.entrySet().stream().collect(groupingBy(Map.Entry::getValue, mapping(Map.Entry::getKey, toSet())));
        List<Record> closure = List.copyOf(sql.select(ROLE_CLOSURE.ANCESTOR_ID, ROLE_CLOSURE.ROLE_ID).from(ROLE_CLOSURE).fetch());
        this.rolesBelow = closure.stream()
                .collect(groupingBy(row -> row.get(ROLE_CLOSURE.ANCESTOR_ID), mapping(row -> row.get(ROLE_CLOSURE.ROLE_ID), toSet())));
        this.rolesAbove = closure.stream()
                .collect(groupingBy(row -> row.get(ROLE_CLOSURE.ROLE_ID), mapping(row -> row.get(ROLE_CLOSURE.ANCESTOR_ID), toSet())));
        this.members = List.<Record>copyOf(sql.selectFrom(GROUP_MEMBER).fetch()).stream()
                .collect(groupingBy(row -> row.get(GROUP_MEMBER.GROUP_ID)));
    }

    /** Brings the memberships of all groups to what roles, people and groups say. */
    public static Recalculation recompute(DSLContext sql) {
        GroupMemberships memberships = new GroupMemberships(sql);
        memberships.compute();
        return memberships.write();
    }

    /** What {@link #recompute} would change now: nothing, unless the tables were written to past it. */
    static Recalculation compare(DSLContext sql) {
        GroupMemberships memberships = new GroupMemberships(sql);
        memberships.compute();
        return memberships.difference().size();
    }

    private void compute() {
        Set<String> roles = new HashSet<>(usersByRole.keySet());
        roles.addAll(rolesBelow.keySet());
        for (String role : roles) {
            Set<String> below = below(role);
            add(Groups.below(role), below, false);
            add(Groups.role(role), users(role), true);
            Set<String> subordinates = new HashSet<>(below);
            subordinates.addAll(users(role));
            add(Groups.roleAndSubordinates(role), subordinates, true);
        }
        sql.select(PUBLIC_GROUP.ID, PUBLIC_GROUP.HIERARCHY_ACCESS).from(PUBLIC_GROUP).forEach(group -> add(
                group.get(PUBLIC_GROUP.ID), people(group.get(PUBLIC_GROUP.ID), new HashSet<>()), group.get(PUBLIC_GROUP.HIERARCHY_ACCESS)));
        sql.select(QUEUE.ID).from(QUEUE).forEach(queue -> add(queue.get(QUEUE.ID), people(queue.get(QUEUE.ID), new HashSet<>()), true));
    }

    private void add(String group, Set<String> people, boolean managersToo) {
        people.forEach(user -> wanted.put(new Membership(group, user), false));
        if (managersToo) {
            people.stream()
                    .map(roleOf::get)
                    .distinct()
                    .flatMap(role -> role == null ? Set.<String>of().stream() : rolesAbove.getOrDefault(role, Set.of()).stream())
                    .distinct()
                    .flatMap(role -> users(role).stream())
                    .forEach(user -> wanted.putIfAbsent(new Membership(group, user), true));
        }
    }

    private Difference difference() {
        List<Membership> gone = new ArrayList<>();
        Map<Membership, Boolean> missing = new HashMap<>(wanted);
        try (var rows = sql.select(GROUP_MEMBERSHIP.GROUP_ID, GROUP_MEMBERSHIP.USER_ID, GROUP_MEMBERSHIP.BY_HIERARCHY).from(GROUP_MEMBERSHIP)
                .fetchSize(BATCH).fetchLazy()) {
            for (var row : rows) {
                Membership known = new Membership(row.value1(), row.value2());
                if (!missing.remove(known, row.value3())) {
                    gone.add(known);
                }
            }
        }
        return new Difference(gone, missing, wanted.size());
    }

    private Recalculation write() {
        Difference difference = difference();
        for (List<Membership> some : batches(difference.gone())) {
            sql.batch(sql.deleteFrom(GROUP_MEMBERSHIP).where(GROUP_MEMBERSHIP.GROUP_ID.eq("")).and(GROUP_MEMBERSHIP.USER_ID.eq("")))
                    .bind(some.stream().map(it -> new Object[] {it.group(), it.user()}).toArray(Object[][]::new))
                    .execute();
        }
        for (List<Map.Entry<Membership, Boolean>> some : batches(List.copyOf(difference.missing().entrySet()))) {
            sql.insertInto(GROUP_MEMBERSHIP, GROUP_MEMBERSHIP.GROUP_ID, GROUP_MEMBERSHIP.USER_ID, GROUP_MEMBERSHIP.BY_HIERARCHY)
                    .valuesOfRows(some.stream().map(it -> DSL.row(it.getKey().group(), it.getKey().user(), it.getValue())).toList())
                    .execute();
        }
        return difference.size();
    }

    private static <T> List<List<T>> batches(List<T> all) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + BATCH)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + BATCH)))
                .toList();
    }

    private Set<String> users(String role) {
        return usersByRole.getOrDefault(role, Set.of());
    }

    private Set<String> below(String role) {
        Set<String> people = new HashSet<>();
        rolesBelow.getOrDefault(role, Set.of()).forEach(lower -> people.addAll(users(lower)));
        return people;
    }

    /** The people of a public group or a queue, those of the groups in it included. A group met twice adds nothing. */
    private Set<String> people(String group, Set<String> met) {
        Set<String> people = new HashSet<>();
        if (!met.add(group)) {
            return people;
        }
        for (Record member : members.getOrDefault(group, List.of())) {
            String id = member.get(GROUP_MEMBER.MEMBER_ID);
            switch (GroupNames.kind(member.get(GROUP_MEMBER.MEMBER_KIND))) {
                case USER -> people.add(id);
                case ROLE -> people.addAll(users(id));
                case ROLE_AND_SUBORDINATES -> {
                    people.addAll(users(id));
                    people.addAll(below(id));
                }
                case GROUP -> people.addAll(people(id, met));
                case QUEUE -> throw new IllegalStateException(Kind.QUEUE + " is no member of a group");
            }
        }
        return people;
    }

    private record Membership(String group, String user) {}

    /** Rows that are there and should not be, rows that should be there and are not, and how many there should be. */
    private record Difference(List<Membership> gone, Map<Membership, Boolean> missing, int whole) {
        Recalculation size() {
            return new Recalculation(whole, missing.size(), gone.size());
        }
    }
}
