package org.gatehouse.permission.sharing;

import static org.gatehouse.platform.database.schema.Tables.GROUP_MEMBER;
import static org.gatehouse.platform.database.schema.Tables.PUBLIC_GROUP;
import static org.gatehouse.platform.database.schema.Tables.QUEUE;
import static org.gatehouse.platform.database.schema.Tables.QUEUE_OBJECT;
import static org.gatehouse.platform.database.schema.Tables.RECORD_SHARE;
import static org.gatehouse.platform.database.schema.Tables.RESTRICTION_RULE;
import static org.gatehouse.platform.database.schema.Tables.SHARING_RULE;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatehouse.metadata.RecordIds;
import org.gatehouse.permission.Groups;
import org.gatehouse.permission.sharing.SharingSettings.Group;
import org.gatehouse.permission.sharing.SharingSettings.Kind;
import org.gatehouse.permission.sharing.SharingSettings.Member;
import org.gatehouse.permission.sharing.SharingSettings.Queue;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jooq.DSLContext;

/** Public groups and queues in the database. */
final class GroupTables {
    private final DSLContext sql;
    private final GroupNames names;

    GroupTables(DSLContext sql) {
        this.sql = sql;
        this.names = new GroupNames(sql);
    }

    List<Group> groups() {
        return sql.selectFrom(PUBLIC_GROUP).orderBy(PUBLIC_GROUP.API_NAME).fetch(row -> new Group(
                row.get(PUBLIC_GROUP.API_NAME), row.get(PUBLIC_GROUP.LABEL), row.get(PUBLIC_GROUP.HIERARCHY_ACCESS),
                members(row.get(PUBLIC_GROUP.ID)), row.get(PUBLIC_GROUP.VERSION)));
    }

    List<Queue> queues() {
        return sql.selectFrom(QUEUE).orderBy(QUEUE.API_NAME).fetch(row -> new Queue(
                row.get(QUEUE.API_NAME), row.get(QUEUE.LABEL), objects(row.get(QUEUE.ID)), members(row.get(QUEUE.ID)), row.get(QUEUE.VERSION)));
    }

    void save(Group group, Instant now) {
        int changed = sql.update(PUBLIC_GROUP)
                .set(PUBLIC_GROUP.LABEL, group.label())
                .set(PUBLIC_GROUP.HIERARCHY_ACCESS, group.hierarchyAccess())
                .set(PUBLIC_GROUP.VERSION, PUBLIC_GROUP.VERSION.plus(1))
                .where(PUBLIC_GROUP.API_NAME.eq(group.name()).and(PUBLIC_GROUP.VERSION.eq(group.version() == null ? -1 : group.version())))
                .execute();
        if (changed == 0) {
            Versions.requireNew(sql, PUBLIC_GROUP, PUBLIC_GROUP.API_NAME.eq(group.name()), group.version());
            sql.insertInto(PUBLIC_GROUP, PUBLIC_GROUP.ID, PUBLIC_GROUP.API_NAME, PUBLIC_GROUP.LABEL, PUBLIC_GROUP.HIERARCHY_ACCESS)
                    .values(RecordIds.next(Groups.GROUP_PREFIX, now), group.name(), group.label(), group.hierarchyAccess())
                    .execute();
        }
        String id = names.id(new Member(Kind.GROUP, group.name()), "/name");
        members(id, group.members());
        refuseCircle(id);
    }

    void save(Queue queue, Instant now) {
        int changed = sql.update(QUEUE)
                .set(QUEUE.LABEL, queue.label())
                .set(QUEUE.VERSION, QUEUE.VERSION.plus(1))
                .where(QUEUE.API_NAME.eq(queue.name()).and(QUEUE.VERSION.eq(queue.version() == null ? -1 : queue.version())))
                .execute();
        if (changed == 0) {
            Versions.requireNew(sql, QUEUE, QUEUE.API_NAME.eq(queue.name()), queue.version());
            sql.insertInto(QUEUE, QUEUE.ID, QUEUE.API_NAME, QUEUE.LABEL)
                    .values(RecordIds.next(Groups.QUEUE_PREFIX, now), queue.name(), queue.label())
                    .execute();
        }
        String id = names.id(new Member(Kind.QUEUE, queue.name()), "/name");
        members(id, queue.members());
        sql.deleteFrom(QUEUE_OBJECT).where(QUEUE_OBJECT.QUEUE_ID.eq(id)).execute();
        queue.objects().stream().distinct().forEach(object -> sql.insertInto(QUEUE_OBJECT).values(id, object).execute());
    }

    /** Deletes a group or a queue that nothing names any more. */
    void delete(Member member) {
        String id = names.id(member, "/name");
        boolean used = sql.fetchExists(GROUP_MEMBER, GROUP_MEMBER.MEMBER_ID.eq(id))
                || sql.fetchExists(SHARING_RULE, SHARING_RULE.SOURCE_GROUP.eq(id).or(SHARING_RULE.TARGET_GROUP.eq(id)))
                || sql.fetchExists(RESTRICTION_RULE, RESTRICTION_RULE.GROUP_ID.eq(id))
                || sql.fetchExists(RECORD_SHARE, RECORD_SHARE.PRINCIPAL_ID.eq(id));
        if (used) {
            throw new ProblemException(new Problem.Conflict("Rules, shares or other groups name it. Take it out of them first."));
        }
        sql.deleteFrom(GROUP_MEMBER).where(GROUP_MEMBER.GROUP_ID.eq(id)).execute();
        sql.deleteFrom(QUEUE_OBJECT).where(QUEUE_OBJECT.QUEUE_ID.eq(id)).execute();
        sql.deleteFrom(QUEUE).where(QUEUE.ID.eq(id)).execute();
        sql.deleteFrom(PUBLIC_GROUP).where(PUBLIC_GROUP.ID.eq(id)).execute();
    }

    private List<Member> members(String groupId) {
        return sql.selectFrom(GROUP_MEMBER)
                .where(GROUP_MEMBER.GROUP_ID.eq(groupId))
                .orderBy(GROUP_MEMBER.MEMBER_KIND, GROUP_MEMBER.MEMBER_ID)
                .fetch(row -> names.member(GroupNames.kind(row.get(GROUP_MEMBER.MEMBER_KIND)), row.get(GROUP_MEMBER.MEMBER_ID)));
    }

    private List<String> objects(String queueId) {
        return sql.select(QUEUE_OBJECT.OBJECT_NAME)
                .from(QUEUE_OBJECT)
                .where(QUEUE_OBJECT.QUEUE_ID.eq(queueId))
                .orderBy(QUEUE_OBJECT.OBJECT_NAME)
                .fetch(QUEUE_OBJECT.OBJECT_NAME);
    }

    private void members(String groupId, List<Member> members) {
        sql.deleteFrom(GROUP_MEMBER).where(GROUP_MEMBER.GROUP_ID.eq(groupId)).execute();
        for (Member member : new HashSet<>(members)) {
            if (member.kind() == Kind.QUEUE) {
                throw GroupNames.invalid("/members", "a queue cannot be a member; name its people");
            }
            sql.insertInto(GROUP_MEMBER, GROUP_MEMBER.GROUP_ID, GROUP_MEMBER.MEMBER_KIND, GROUP_MEMBER.MEMBER_ID)
                    .values(groupId, member.kind().apiName(), names.id(member, "/members"))
                    .execute();
        }
    }

    private void refuseCircle(String groupId) {
        Set<String> inside = new HashSet<>();
        Set<String> next = Set.of(groupId);
        while (!next.isEmpty()) {
            next = sql.select(GROUP_MEMBER.MEMBER_ID)
                    .from(GROUP_MEMBER)
                    .where(GROUP_MEMBER.GROUP_ID.in(next).and(GROUP_MEMBER.MEMBER_KIND.eq(Kind.GROUP.apiName())))
                    .fetchSet(GROUP_MEMBER.MEMBER_ID);
            if (next.contains(groupId)) {
                throw GroupNames.invalid("/members", "a group cannot contain itself, not through other groups either");
            }
            next.removeAll(inside);
            inside.addAll(next);
        }
    }
}
