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
import org.gatehouse.permission.Groups;
import org.gatehouse.permission.sharing.SharingSettings.Kind;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Row3;
import org.jooq.impl.DSL;

/**
 * Who belongs to which group, to the end of every chain. Written whole, as part of the transaction that changes roles, people or groups: for
 * 2,000 people that is a fraction of a second, and there is no second way of computing it that could disagree.
 */
public final class GroupMemberships {
    private static final int BATCH = 2_000;

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

    /** Writes the memberships of all groups anew. */
    public static void recompute(DSLContext sql) {
        new GroupMemberships(sql).write();
    }

    private void write() {
        sql.deleteFrom(GROUP_MEMBERSHIP).execute();
        List<Row3<String, String, Boolean>> rows = new ArrayList<>();
        Set<String> roles = new HashSet<>(usersByRole.keySet());
        roles.addAll(rolesBelow.keySet());
        for (String role : roles) {
            Set<String> below = below(role);
            add(rows, Groups.below(role), below, false);
            add(rows, Groups.role(role), users(role), true);
            Set<String> subordinates = new HashSet<>(below);
            subordinates.addAll(users(role));
            add(rows, Groups.roleAndSubordinates(role), subordinates, true);
        }
        sql.select(PUBLIC_GROUP.ID, PUBLIC_GROUP.HIERARCHY_ACCESS).from(PUBLIC_GROUP).forEach(group -> add(
                rows, group.get(PUBLIC_GROUP.ID), people(group.get(PUBLIC_GROUP.ID), new HashSet<>()), group.get(PUBLIC_GROUP.HIERARCHY_ACCESS)));
        sql.select(QUEUE.ID).from(QUEUE).forEach(queue -> add(rows, queue.get(QUEUE.ID), people(queue.get(QUEUE.ID), new HashSet<>()), true));
        for (int from = 0; from < rows.size(); from += BATCH) {
            sql.insertInto(GROUP_MEMBERSHIP, GROUP_MEMBERSHIP.GROUP_ID, GROUP_MEMBERSHIP.USER_ID, GROUP_MEMBERSHIP.BY_HIERARCHY)
                    .valuesOfRows(rows.subList(from, Math.min(rows.size(), from + BATCH)))
                    .execute();
        }
    }

    private void add(List<Row3<String, String, Boolean>> rows, String group, Set<String> people, boolean managersToo) {
        people.forEach(user -> rows.add(DSL.row(group, user, false)));
        if (managersToo) {
            Set<String> managers = new HashSet<>();
            people.stream()
                    .map(roleOf::get)
                    .distinct()
                    .flatMap(role -> role == null ? Set.<String>of().stream() : rolesAbove.getOrDefault(role, Set.of()).stream())
                    .forEach(role -> managers.addAll(users(role)));
            managers.removeAll(people);
            managers.forEach(user -> rows.add(DSL.row(group, user, true)));
        }
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
}
