package org.gatehouse.permission.grants;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET_GROUP;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET_GROUP_ASSIGNMENT;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET_GROUP_MEMBER;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.gatehouse.metadata.RecordIds;
import org.gatehouse.metadata.design.ApiNames;
import org.gatehouse.permission.grants.GrantSettings.GroupAssignment;
import org.gatehouse.permission.grants.GrantSettings.SetGroup;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.platform.problem.Violations;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Groups of permission sets and their assignments, as part of the caller's transaction. Every change first counts the version of the access
 * configuration up, as in {@link GrantStore}. No group makes an administrator who counts: its muting set could take that away again.
 */
@Singleton
public class SetGroupStore {
    private static final String PREFIX = "0PG";
    private static final int LABEL = 80;

    private final Database database;
    private final ConfigurationVersions versions;
    private final InstantSource clock;

    @Inject
    public SetGroupStore(Database database, ConfigurationVersions versions, InstantSource clock) {
        this.database = database;
        this.versions = versions;
        this.clock = clock;
    }

    List<SetGroup> all() {
        return sql().select(PERMISSION_SET_GROUP.asterisk(), PERMISSION_SET.API_NAME)
                .from(PERMISSION_SET_GROUP)
                .leftJoin(PERMISSION_SET)
                .on(PERMISSION_SET.ID.eq(PERMISSION_SET_GROUP.MUTING_SET_ID))
                .orderBy(PERMISSION_SET_GROUP.LABEL, PERMISSION_SET_GROUP.API_NAME)
                .fetch(this::read);
    }

    SetGroup one(String name) {
        return find(name).orElseThrow(() -> noGroup(name));
    }

    private Optional<SetGroup> find(String name) {
        return all().stream().filter(group -> group.name().equals(name)).findFirst();
    }

    SetGroup create(SetGroup wanted) {
        versions.changed(Topic.ACCESS);
        Violations violations = checked(wanted);
        violations.require(
                !sql().fetchExists(PERMISSION_SET_GROUP, PERMISSION_SET_GROUP.API_NAME.equalIgnoreCase(wanted.name())), "/name", "this name is taken");
        violations.refuse();
        String id = RecordIds.next(PREFIX, clock.instant());
        sql().insertInto(PERMISSION_SET_GROUP)
                .set(PERMISSION_SET_GROUP.ID, id)
                .set(PERMISSION_SET_GROUP.API_NAME, wanted.name())
                .set(PERMISSION_SET_GROUP.LABEL, wanted.label())
                .set(PERMISSION_SET_GROUP.MUTING_SET_ID, muting(wanted))
                .execute();
        write(id, wanted);
        return one(wanted.name());
    }

    SetGroup change(String name, SetGroup wanted) {
        versions.changed(Topic.ACCESS);
        SetGroup known = one(name);
        Violations violations = checked(wanted);
        violations.require(name.equals(wanted.name()), "/name", "a group keeps its name");
        violations.require(wanted.version() != null, "/version", "name the version that was read");
        violations.refuse();
        String id = id(name);
        int changed = sql().update(PERMISSION_SET_GROUP)
                .set(PERMISSION_SET_GROUP.LABEL, wanted.label())
                .set(PERMISSION_SET_GROUP.MUTING_SET_ID, muting(wanted))
                .set(PERMISSION_SET_GROUP.VERSION, PERMISSION_SET_GROUP.VERSION.plus(1))
                .where(PERMISSION_SET_GROUP.ID.eq(id).and(PERMISSION_SET_GROUP.VERSION.eq(wanted.version())))
                .execute();
        if (changed == 0) {
            throw changed(known);
        }
        clear(id);
        write(id, wanted);
        return one(name);
    }

    void delete(String name, int version) {
        versions.changed(Topic.ACCESS);
        SetGroup known = one(name);
        String id = id(name);
        if (sql().fetchExists(PERMISSION_SET_GROUP_ASSIGNMENT, PERMISSION_SET_GROUP_ASSIGNMENT.GROUP_ID.eq(id))) {
            throw new ProblemException(new Problem.Conflict("People hold " + name + ". Change that first."));
        }
        clear(id);
        int deleted = sql().deleteFrom(PERMISSION_SET_GROUP).where(PERMISSION_SET_GROUP.ID.eq(id).and(PERMISSION_SET_GROUP.VERSION.eq(version))).execute();
        if (deleted == 0) {
            throw changed(known);
        }
    }

    List<GroupAssignment> assignments(String userId) {
        requirePerson(userId);
        return sql().select(PERMISSION_SET_GROUP.API_NAME, PERMISSION_SET_GROUP_ASSIGNMENT.EXPIRES_AT)
                .from(PERMISSION_SET_GROUP_ASSIGNMENT)
                .join(PERMISSION_SET_GROUP)
                .on(PERMISSION_SET_GROUP.ID.eq(PERMISSION_SET_GROUP_ASSIGNMENT.GROUP_ID))
                .where(PERMISSION_SET_GROUP_ASSIGNMENT.USER_ID.eq(userId))
                .orderBy(PERMISSION_SET_GROUP.API_NAME)
                .fetch(row -> new GroupAssignment(row.value1(), row.value2() == null ? null : row.value2().toString()));
    }

    void assign(String userId, GroupAssignment wanted) {
        versions.changed(Topic.ACCESS);
        requirePerson(userId);
        one(wanted.group());
        Instant expires = Expiry.of(wanted.expiresAt(), clock.instant());
        sql().insertInto(PERMISSION_SET_GROUP_ASSIGNMENT)
                .set(PERMISSION_SET_GROUP_ASSIGNMENT.USER_ID, userId)
                .set(PERMISSION_SET_GROUP_ASSIGNMENT.GROUP_ID, id(wanted.group()))
                .set(PERMISSION_SET_GROUP_ASSIGNMENT.EXPIRES_AT, expires)
                .onConflict(PERMISSION_SET_GROUP_ASSIGNMENT.USER_ID, PERMISSION_SET_GROUP_ASSIGNMENT.GROUP_ID)
                .doUpdate()
                .set(PERMISSION_SET_GROUP_ASSIGNMENT.EXPIRES_AT, expires)
                .execute();
    }

    void unassign(String userId, String name) {
        versions.changed(Topic.ACCESS);
        requirePerson(userId);
        one(name);
        int taken = sql().deleteFrom(PERMISSION_SET_GROUP_ASSIGNMENT)
                .where(PERMISSION_SET_GROUP_ASSIGNMENT.USER_ID.eq(userId).and(PERMISSION_SET_GROUP_ASSIGNMENT.GROUP_ID.eq(id(name))))
                .execute();
        if (taken == 0) {
            throw noGroup(name);
        }
    }

    private Violations checked(SetGroup wanted) {
        Violations violations = new Violations();
        ApiNames.check(wanted.name() == null ? "" : wanted.name(), "/name", violations);
        violations.require(
                wanted.label() != null && !wanted.label().isBlank() && wanted.label().length() <= LABEL, "/label", "a label has 1 to 80 characters");
        violations.require(new HashSet<>(wanted.members()).size() == wanted.members().size(), "/permissionSets", "name each set once");
        for (String member : wanted.members()) {
            violations.require(
                    sql().fetchExists(PERMISSION_SET, PERMISSION_SET.API_NAME.eq(member).and(PERMISSION_SET.MUTING.isFalse()).and(PERMISSION_SET.PROFILE_ID.isNull())),
                    "/permissionSets", "there is no permission set '" + member + "' that is assigned; upper and lower case count");
        }
        violations.require(
                wanted.muting() == null || sql().fetchExists(PERMISSION_SET, PERMISSION_SET.API_NAME.eq(wanted.muting()).and(PERMISSION_SET.MUTING.isTrue())),
                "/muting", "there is no muting permission set '" + wanted.muting() + "'; upper and lower case count");
        return violations;
    }

    private @Nullable String muting(SetGroup wanted) {
        String muting = wanted.muting();
        return muting == null ? null : new SetTables(sql()).id(muting);
    }

    private void write(String id, SetGroup wanted) {
        SetTables sets = new SetTables(sql());
        wanted.members().forEach(member -> sql()
                .insertInto(PERMISSION_SET_GROUP_MEMBER, PERMISSION_SET_GROUP_MEMBER.GROUP_ID, PERMISSION_SET_GROUP_MEMBER.PERMISSION_SET_ID)
                .values(id, sets.id(member))
                .execute());
    }

    private void clear(String id) {
        sql().deleteFrom(PERMISSION_SET_GROUP_MEMBER).where(PERMISSION_SET_GROUP_MEMBER.GROUP_ID.eq(id)).execute();
    }

    private String id(String name) {
        return sql().select(PERMISSION_SET_GROUP.ID).from(PERMISSION_SET_GROUP).where(PERMISSION_SET_GROUP.API_NAME.eq(name)).fetchSingle(PERMISSION_SET_GROUP.ID);
    }

    private SetGroup read(Record row) {
        List<String> members = sql().select(PERMISSION_SET.API_NAME)
                .from(PERMISSION_SET_GROUP_MEMBER)
                .join(PERMISSION_SET)
                .on(PERMISSION_SET.ID.eq(PERMISSION_SET_GROUP_MEMBER.PERMISSION_SET_ID))
                .where(PERMISSION_SET_GROUP_MEMBER.GROUP_ID.eq(row.get(PERMISSION_SET_GROUP.ID)))
                .orderBy(PERMISSION_SET.API_NAME)
                .fetch(PERMISSION_SET.API_NAME);
        return new SetGroup(
                row.get(PERMISSION_SET_GROUP.API_NAME), row.get(PERMISSION_SET_GROUP.LABEL), members, row.get(PERMISSION_SET.API_NAME),
                row.get(PERMISSION_SET_GROUP.VERSION));
    }

    private void requirePerson(String userId) {
        if (!sql().fetchExists(APP_USER, APP_USER.ID.eq(userId))) {
            throw new ProblemException(new Problem.NotFound(Problem.Thing.RECORD, userId, "There is no person of this id."));
        }
    }

    private static ProblemException noGroup(String name) {
        return new ProblemException(new Problem.NotFound(Problem.Thing.RECORD, name, "There is no permission set group of this name here."));
    }

    private static ProblemException changed(SetGroup known) {
        return new ProblemException(
                new Problem.Conflict(known.name() + " is at version " + known.version() + " now. Read it again, then decide."));
    }

    private DSLContext sql() {
        return database.sql();
    }
}
