package org.gatehouse.permission.sharing;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.PUBLIC_GROUP;
import static org.gatehouse.platform.database.schema.Tables.QUEUE;
import static org.gatehouse.platform.database.schema.Tables.ROLE;

import java.util.Arrays;
import java.util.List;
import org.gatehouse.permission.Groups;
import org.gatehouse.permission.sharing.SharingSettings.Kind;
import org.gatehouse.permission.sharing.SharingSettings.Member;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/** Between the names that administrators write and the ids that tables keep. */
final class GroupNames {
    private final DSLContext sql;

    GroupNames(DSLContext sql) {
        this.sql = sql;
    }

    static Kind kind(String apiName) {
        return Arrays.stream(Kind.values()).filter(kind -> kind.apiName().equals(apiName)).findFirst().orElseThrow();
    }

    /** The record id of a person, role, group or queue. */
    String id(Member member, String place) {
        return switch (member.kind()) {
            case USER -> find(APP_USER, APP_USER.ID, APP_USER.USERNAME, member, place);
            case ROLE, ROLE_AND_SUBORDINATES -> find(ROLE, ROLE.ID, ROLE.API_NAME, member, place);
            case GROUP -> find(PUBLIC_GROUP, PUBLIC_GROUP.ID, PUBLIC_GROUP.API_NAME, member, place);
            case QUEUE -> find(QUEUE, QUEUE.ID, QUEUE.API_NAME, member, place);
        };
    }

    /** The id of some people as {@code group_membership} has it; a single person stands for themselves. */
    String groupId(Member member, String place) {
        String id = id(member, place);
        return switch (member.kind()) {
            case ROLE -> Groups.role(id);
            case ROLE_AND_SUBORDINATES -> Groups.roleAndSubordinates(id);
            case USER, GROUP, QUEUE -> id;
        };
    }

    /** The other way: what an administrator reads for a group's id. */
    Member member(String groupId) {
        if (groupId.startsWith("R-")) {
            return new Member(Kind.ROLE, name(ROLE, ROLE.ID, ROLE.API_NAME, groupId.substring(2)));
        }
        if (groupId.startsWith("S-")) {
            return new Member(Kind.ROLE_AND_SUBORDINATES, name(ROLE, ROLE.ID, ROLE.API_NAME, groupId.substring(2)));
        }
        if (groupId.startsWith(Groups.QUEUE_PREFIX)) {
            return new Member(Kind.QUEUE, name(QUEUE, QUEUE.ID, QUEUE.API_NAME, groupId));
        }
        if (groupId.startsWith(Groups.GROUP_PREFIX)) {
            return new Member(Kind.GROUP, name(PUBLIC_GROUP, PUBLIC_GROUP.ID, PUBLIC_GROUP.API_NAME, groupId));
        }
        return new Member(Kind.USER, name(APP_USER, APP_USER.ID, APP_USER.USERNAME, groupId));
    }

    /** The other way for a member of a group, whose kind is kept beside the id. */
    Member member(Kind kind, String id) {
        return switch (kind) {
            case USER -> new Member(kind, name(APP_USER, APP_USER.ID, APP_USER.USERNAME, id));
            case ROLE, ROLE_AND_SUBORDINATES -> new Member(kind, name(ROLE, ROLE.ID, ROLE.API_NAME, id));
            case GROUP -> new Member(kind, name(PUBLIC_GROUP, PUBLIC_GROUP.ID, PUBLIC_GROUP.API_NAME, id));
            case QUEUE -> new Member(kind, name(QUEUE, QUEUE.ID, QUEUE.API_NAME, id));
        };
    }

    private String find(Table<?> table, Field<String> id, Field<String> name, Member member, String place) {
        return sql.select(id).from(table).where(name.eq(member.name())).fetchOptional(id).orElseThrow(() -> invalid(
                place, "there is no " + member.kind().apiName() + " named '" + member.name() + "'"));
    }

    /** A name, or the id itself where what it named is gone. */
    private String name(Table<?> table, Field<String> idField, Field<String> nameField, String id) {
        return sql.select(nameField).from(table).where(idField.eq(id)).fetchOptional(nameField).orElse(id);
    }

    static ProblemException invalid(String place, String message) {
        return new ProblemException(new Problem.InvalidArguments("The settings cannot be saved.", List.of(new Problem.Violation(place, message))));
    }
}
