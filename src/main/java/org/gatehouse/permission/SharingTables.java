package org.gatehouse.permission;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.GROUP_MEMBERSHIP;
import static org.gatehouse.platform.database.schema.Tables.IMPLICIT_CHILD;
import static org.gatehouse.platform.database.schema.Tables.QUEUE_OBJECT;
import static org.gatehouse.platform.database.schema.Tables.RESTRICTION_RULE;
import static org.gatehouse.platform.database.schema.Tables.RULE_CRITERION;
import static org.gatehouse.platform.database.schema.Tables.SHARING_RULE;
import static org.jooq.impl.DSL.count;

import java.util.List;
import java.util.Map;
import org.gatehouse.permission.Criteria.Criterion;
import org.jooq.DSLContext;
import org.jooq.Field;

/** Reads the sharing settings from the database: seven statements, whatever their number. */
final class SharingTables {
    private final DSLContext sql;

    SharingTables(DSLContext sql) {
        this.sql = sql;
    }

    Sharing load() {
        Map<String, List<Criterion>> criteria = sql.selectFrom(RULE_CRITERION)
                .orderBy(RULE_CRITERION.RULE_ID, RULE_CRITERION.POSITION)
                .fetch()
                .stream()
                .collect(groupingBy(
                        row -> row.get(RULE_CRITERION.RULE_ID),
                        mapping(
                                row -> new Criterion(
                                        row.get(RULE_CRITERION.FIELD_NAME), row.get(RULE_CRITERION.OPERATOR), row.get(RULE_CRITERION.FIELD_VALUE)),
                                toList())));
        return new Sharing(
                sql.selectFrom(SHARING_RULE)
                        .orderBy(SHARING_RULE.API_NAME)
                        .fetch(row -> new SharingRule(
                                row.get(SHARING_RULE.OBJECT_NAME),
                                row.get(SHARING_RULE.API_NAME),
                                row.get(SHARING_RULE.SOURCE_GROUP),
                                row.get(SHARING_RULE.TARGET_GROUP),
                                level(row.get(SHARING_RULE.ACCESS_LEVEL)),
                                new Criteria(criteria.getOrDefault(row.get(SHARING_RULE.ID), List.of()), row.get(SHARING_RULE.MATCH_ANY)))),
                sql.selectFrom(RESTRICTION_RULE)
                        .where(RESTRICTION_RULE.ACTIVE)
                        .orderBy(RESTRICTION_RULE.API_NAME)
                        .fetch(row -> new RestrictionRule(
                                row.get(RESTRICTION_RULE.OBJECT_NAME),
                                row.get(RESTRICTION_RULE.API_NAME),
                                row.get(RESTRICTION_RULE.GROUP_ID),
                                new Criteria(
                                        criteria.getOrDefault(row.get(RESTRICTION_RULE.ID), List.of()), row.get(RESTRICTION_RULE.MATCH_ANY)))),
                sql.selectFrom(IMPLICIT_CHILD)
                        .fetch(row -> new ImplicitChild(
                                row.get(IMPLICIT_CHILD.ROLE_ID),
                                row.get(IMPLICIT_CHILD.OBJECT_NAME),
                                row.get(IMPLICIT_CHILD.FIELD_NAME),
                                level(row.get(IMPLICIT_CHILD.ACCESS_LEVEL)))),
                sql.selectFrom(QUEUE_OBJECT)
                        .orderBy(QUEUE_OBJECT.QUEUE_ID)
                        .fetchGroups(QUEUE_OBJECT.OBJECT_NAME, QUEUE_OBJECT.QUEUE_ID),
                sizes());
    }

    private GroupSizes sizes() {
        Field<Integer> members = count();
        return new GroupSizes(
                sql.select(GROUP_MEMBERSHIP.GROUP_ID, members)
                        .from(GROUP_MEMBERSHIP)
                        .where(GROUP_MEMBERSHIP.BY_HIERARCHY.isFalse())
                        .groupBy(GROUP_MEMBERSHIP.GROUP_ID)
                        .fetchMap(GROUP_MEMBERSHIP.GROUP_ID, members),
                sql.fetchCount(APP_USER));
    }

    /** A level that nobody knows opens no more than reading. */
    private static AccessLevel level(String name) {
        return name.equals("Edit") ? AccessLevel.EDIT : AccessLevel.READ;
    }
}
