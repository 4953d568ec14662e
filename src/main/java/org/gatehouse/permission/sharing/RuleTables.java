package org.gatehouse.permission.sharing;

import static org.gatehouse.platform.database.schema.Tables.RESTRICTION_RULE;
import static org.gatehouse.platform.database.schema.Tables.RULE_CRITERION;
import static org.gatehouse.platform.database.schema.Tables.SHARING_RULE;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.List;
import org.gatehouse.metadata.ObjectCatalog;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.RecordIds;
import org.gatehouse.permission.sharing.SharingSettings.Criterion;
import org.gatehouse.permission.sharing.SharingSettings.Kind;
import org.gatehouse.permission.sharing.SharingSettings.Member;
import org.gatehouse.permission.sharing.SharingSettings.Restriction;
import org.gatehouse.permission.sharing.SharingSettings.Rule;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jooq.DSLContext;

/** Sharing rules and restriction rules in the database. */
final class RuleTables {
    private final DSLContext sql;
    private final GroupNames names;
    private final RuleCheck check;

    RuleTables(DSLContext sql, ObjectCatalog catalog) {
        this.sql = sql;
        this.names = new GroupNames(sql);
        this.check = new RuleCheck(catalog);
    }

    List<Rule> rules() {
        return sql.selectFrom(SHARING_RULE).orderBy(SHARING_RULE.API_NAME).fetch(row -> {
            String source = row.get(SHARING_RULE.SOURCE_GROUP);
            return new Rule(
                    row.get(SHARING_RULE.API_NAME), row.get(SHARING_RULE.LABEL), row.get(SHARING_RULE.OBJECT_NAME),
                    source == null ? null : names.member(source), names.member(row.get(SHARING_RULE.TARGET_GROUP)),
                    row.get(SHARING_RULE.ACCESS_LEVEL), row.get(SHARING_RULE.MATCH_ANY), criteria(row.get(SHARING_RULE.ID)),
                    row.get(SHARING_RULE.VERSION));
        });
    }

    List<Restriction> restrictions() {
        return sql.selectFrom(RESTRICTION_RULE).orderBy(RESTRICTION_RULE.API_NAME).fetch(row -> new Restriction(
                row.get(RESTRICTION_RULE.API_NAME), row.get(RESTRICTION_RULE.LABEL), row.get(RESTRICTION_RULE.OBJECT_NAME),
                names.member(row.get(RESTRICTION_RULE.GROUP_ID)), row.get(RESTRICTION_RULE.MATCH_ANY), criteria(row.get(RESTRICTION_RULE.ID)),
                row.get(RESTRICTION_RULE.ACTIVE), row.get(RESTRICTION_RULE.VERSION)));
    }

    void save(Rule rule, Instant now) {
        ObjectDefinition object = check.rule(rule);
        String source = rule.source() == null ? null : names.groupId(rule.source(), "/source");
        String target = group(rule.target(), "/target");
        int changed = sql.update(SHARING_RULE)
                .set(SHARING_RULE.LABEL, rule.label())
                .set(SHARING_RULE.OBJECT_NAME, object.apiName())
                .set(SHARING_RULE.SOURCE_GROUP, source)
                .set(SHARING_RULE.TARGET_GROUP, target)
                .set(SHARING_RULE.ACCESS_LEVEL, rule.level())
                .set(SHARING_RULE.MATCH_ANY, rule.any())
                .set(SHARING_RULE.VERSION, SHARING_RULE.VERSION.plus(1))
                .where(SHARING_RULE.API_NAME.eq(rule.name()).and(SHARING_RULE.VERSION.eq(rule.version() == null ? -1 : rule.version())))
                .execute();
        if (changed == 0) {
            Versions.requireNew(sql, SHARING_RULE, SHARING_RULE.API_NAME.eq(rule.name()), rule.version());
            sql.insertInto(SHARING_RULE)
                    .set(SHARING_RULE.ID, RecordIds.next("02c", now))
                    .set(SHARING_RULE.API_NAME, rule.name())
                    .set(SHARING_RULE.LABEL, rule.label())
                    .set(SHARING_RULE.OBJECT_NAME, object.apiName())
                    .set(SHARING_RULE.SOURCE_GROUP, source)
                    .set(SHARING_RULE.TARGET_GROUP, target)
                    .set(SHARING_RULE.ACCESS_LEVEL, rule.level())
                    .set(SHARING_RULE.MATCH_ANY, rule.any())
                    .execute();
        }
        criteria(sql.select(SHARING_RULE.ID).from(SHARING_RULE).where(SHARING_RULE.API_NAME.eq(rule.name())).fetchSingle(SHARING_RULE.ID), rule.criteria());
    }

    void save(Restriction rule, Instant now) {
        ObjectDefinition object = check.restriction(rule);
        String group = group(rule.people(), "/people");
        int changed = sql.update(RESTRICTION_RULE)
                .set(RESTRICTION_RULE.LABEL, rule.label())
                .set(RESTRICTION_RULE.OBJECT_NAME, object.apiName())
                .set(RESTRICTION_RULE.GROUP_ID, group)
                .set(RESTRICTION_RULE.MATCH_ANY, rule.any())
                .set(RESTRICTION_RULE.ACTIVE, rule.active())
                .set(RESTRICTION_RULE.VERSION, RESTRICTION_RULE.VERSION.plus(1))
                .where(RESTRICTION_RULE.API_NAME.eq(rule.name())
                        .and(RESTRICTION_RULE.VERSION.eq(rule.version() == null ? -1 : rule.version())))
                .execute();
        if (changed == 0) {
            Versions.requireNew(sql, RESTRICTION_RULE, RESTRICTION_RULE.API_NAME.eq(rule.name()), rule.version());
            sql.insertInto(RESTRICTION_RULE)
                    .set(RESTRICTION_RULE.ID, RecordIds.next("02r", now))
                    .set(RESTRICTION_RULE.API_NAME, rule.name())
                    .set(RESTRICTION_RULE.LABEL, rule.label())
                    .set(RESTRICTION_RULE.OBJECT_NAME, object.apiName())
                    .set(RESTRICTION_RULE.GROUP_ID, group)
                    .set(RESTRICTION_RULE.MATCH_ANY, rule.any())
                    .set(RESTRICTION_RULE.ACTIVE, rule.active())
                    .execute();
        }
        criteria(
                sql.select(RESTRICTION_RULE.ID).from(RESTRICTION_RULE).where(RESTRICTION_RULE.API_NAME.eq(rule.name())).fetchSingle(RESTRICTION_RULE.ID),
                rule.criteria());
    }

    void deleteRule(String name) {
        sql.deleteFrom(RULE_CRITERION)
                .where(RULE_CRITERION.RULE_ID.in(select(SHARING_RULE.ID).from(SHARING_RULE).where(SHARING_RULE.API_NAME.eq(name))))
                .execute();
        requireOne(sql.deleteFrom(SHARING_RULE).where(SHARING_RULE.API_NAME.eq(name)).execute(), name);
    }

    void deleteRestriction(String name) {
        sql.deleteFrom(RULE_CRITERION)
                .where(RULE_CRITERION.RULE_ID.in(
                        select(RESTRICTION_RULE.ID).from(RESTRICTION_RULE).where(RESTRICTION_RULE.API_NAME.eq(name))))
                .execute();
        requireOne(sql.deleteFrom(RESTRICTION_RULE).where(RESTRICTION_RULE.API_NAME.eq(name)).execute(), name);
    }

    private static void requireOne(int deleted, String name) {
        if (deleted == 0) {
            throw new ProblemException(new Problem.NotFound(Problem.Thing.RULE, name, "There is no rule of this name."));
        }
    }

    private String group(Member member, String place) {
        if (member.kind() == Kind.USER || member.kind() == Kind.QUEUE) {
            throw GroupNames.invalid(place, "name a role, a role with its subordinates, or a group");
        }
        return names.groupId(member, place);
    }

    private List<Criterion> criteria(String ruleId) {
        return sql.selectFrom(RULE_CRITERION)
                .where(RULE_CRITERION.RULE_ID.eq(ruleId))
                .orderBy(RULE_CRITERION.POSITION)
                .fetch(row -> new Criterion(
                        row.get(RULE_CRITERION.FIELD_NAME), row.get(RULE_CRITERION.OPERATOR), row.get(RULE_CRITERION.FIELD_VALUE)));
    }

    private void criteria(String ruleId, List<Criterion> criteria) {
        sql.deleteFrom(RULE_CRITERION).where(RULE_CRITERION.RULE_ID.eq(ruleId)).execute();
        for (int i = 0; i < criteria.size(); i++) {
            Criterion criterion = criteria.get(i);
            sql.insertInto(RULE_CRITERION)
                    .values(ruleId, i + 1, criterion.field(), criterion.operator(), criterion.value())
                    .execute();
        }
    }
}
