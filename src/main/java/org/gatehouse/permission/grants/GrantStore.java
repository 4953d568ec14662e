package org.gatehouse.permission.grants;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_PERMISSION_SET;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET_ACTIVATION;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET_ASSIGNMENT;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET_GROUP;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET_GROUP_MEMBER;
import static org.gatehouse.platform.database.schema.Tables.PROFILE;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.permission.grants.GrantSettings.Assignment;
import org.gatehouse.permission.grants.GrantSettings.PermissionSet;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.platform.problem.Violations;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Permission sets and their assignments as part of the caller's transaction. Every change first counts the version up: its row lets one change
 * through at a time, so that two administrators cannot take each other's last right at once.
 */
@Singleton
public class GrantStore {
    private final Database database;
    private final ConfigurationVersions versions;
    private final ObjectCatalogs catalogs;
    private final InstantSource clock;

    @Inject
    public GrantStore(Database database, ConfigurationVersions versions, ObjectCatalogs catalogs, InstantSource clock) {
        this.database = database;
        this.versions = versions;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    List<PermissionSet> sets() {
        return tables().all();
    }

    PermissionSet set(String name) {
        return tables().find(name).orElseThrow(() -> noSet(name));
    }

    PermissionSet create(PermissionSet wanted) {
        versions.changed(Topic.ACCESS);
        Violations violations = checked(wanted);
        violations.require(!sql().fetchExists(PERMISSION_SET, PERMISSION_SET.API_NAME.equalIgnoreCase(wanted.name())), "/name", "this name is taken");
        violations.require(
                wanted.profile() == null || !sql().fetchExists(PROFILE, PROFILE.API_NAME.equalIgnoreCase(wanted.profile())),
                "/profile", "there is a profile of this name, which has its set already");
        violations.refuse();
        tables().insert(wanted, clock.instant());
        return set(wanted.name());
    }

    PermissionSet change(String name, PermissionSet wanted) {
        versions.changed(Topic.ACCESS);
        PermissionSet known = set(name);
        Violations violations = checked(wanted);
        violations.require(name.equals(wanted.name()), "/name", "a set keeps its name");
        violations.require(Objects.equals(known.profile(), wanted.profile()), "/profile", "a set stays with its profile, or without one");
        violations.require(wanted.version() != null, "/version", "name the version that was read");
        violations.refuse();
        if (wanted.version() == null || !tables().update(wanted, wanted.version())) {
            throw changed(known);
        }
        Administrators.requireOne(sql());
        return set(name);
    }

    void delete(String name, int version) {
        versions.changed(Topic.ACCESS);
        PermissionSet known = set(name);
        String id = tables().id(name);
        refuse(known.profile() != null, name + " belongs to the profile " + known.profile());
        refuse(sql().fetchExists(PERMISSION_SET_ASSIGNMENT, PERMISSION_SET_ASSIGNMENT.PERMISSION_SET_ID.eq(id)), "People hold " + name);
        refuse(sql().fetchExists(PERMISSION_SET_GROUP_MEMBER, PERMISSION_SET_GROUP_MEMBER.PERMISSION_SET_ID.eq(id))
                || sql().fetchExists(PERMISSION_SET_GROUP, PERMISSION_SET_GROUP.MUTING_SET_ID.eq(id)), "A group holds " + name);
        refuse(sql().fetchExists(CLIENT_PERMISSION_SET, CLIENT_PERMISSION_SET.PERMISSION_SET_ID.eq(id)), "A client is permitted to holders of " + name);
        sql().deleteFrom(PERMISSION_SET_ACTIVATION).where(PERMISSION_SET_ACTIVATION.PERMISSION_SET_ID.eq(id)).execute();
        if (!tables().delete(name, version)) {
            throw changed(known);
        }
    }

    List<Assignment> assignments(String userId) {
        requirePerson(userId);
        return sql().select(PERMISSION_SET.API_NAME, PERMISSION_SET_ASSIGNMENT.EXPIRES_AT)
                .from(PERMISSION_SET_ASSIGNMENT)
                .join(PERMISSION_SET)
                .on(PERMISSION_SET.ID.eq(PERMISSION_SET_ASSIGNMENT.PERMISSION_SET_ID))
                .where(PERMISSION_SET_ASSIGNMENT.USER_ID.eq(userId))
                .orderBy(PERMISSION_SET.API_NAME)
                .fetch(row -> new Assignment(row.value1(), row.value2() == null ? null : row.value2().toString()));
    }

    /** Gives a person a set, or changes until when they hold it. */
    void assign(String userId, Assignment wanted) {
        versions.changed(Topic.ACCESS);
        requirePerson(userId);
        PermissionSet set = set(wanted.permissionSet());
        refuse(set.profile() != null, "A profile's own set is held by having the profile");
        refuse(set.muting(), "A set that mutes counts only in a group");
        Instant expires = Expiry.of(wanted.expiresAt(), clock.instant());
        String id = tables().id(set.name());
        sql().insertInto(PERMISSION_SET_ASSIGNMENT)
                .set(PERMISSION_SET_ASSIGNMENT.USER_ID, userId)
                .set(PERMISSION_SET_ASSIGNMENT.PERMISSION_SET_ID, id)
                .set(PERMISSION_SET_ASSIGNMENT.EXPIRES_AT, expires)
                .onConflict(PERMISSION_SET_ASSIGNMENT.USER_ID, PERMISSION_SET_ASSIGNMENT.PERMISSION_SET_ID)
                .doUpdate()
                .set(PERMISSION_SET_ASSIGNMENT.EXPIRES_AT, expires)
                .execute();
        Administrators.requireOne(sql());
    }

    void unassign(String userId, String name) {
        versions.changed(Topic.ACCESS);
        requirePerson(userId);
        String id = tables().id(set(name).name());
        int taken = sql().deleteFrom(PERMISSION_SET_ASSIGNMENT)
                .where(PERMISSION_SET_ASSIGNMENT.USER_ID.eq(userId).and(PERMISSION_SET_ASSIGNMENT.PERMISSION_SET_ID.eq(id)))
                .execute();
        if (taken == 0) {
            throw noSet(name);
        }
        Administrators.requireOne(sql());
    }

    private Violations checked(PermissionSet wanted) {
        Violations violations = new Violations();
        new SetCheck(catalogs.withUnavailable(), violations).check(wanted);
        return violations;
    }

    private void requirePerson(String userId) {
        if (!sql().fetchExists(APP_USER, APP_USER.ID.eq(userId))) {
            throw new ProblemException(new Problem.NotFound(Problem.Thing.RECORD, userId, "There is no person of this id."));
        }
    }

    private static ProblemException noSet(String name) {
        return new ProblemException(new Problem.NotFound(Problem.Thing.RECORD, name, "There is no permission set of this name here."));
    }

    private static ProblemException changed(PermissionSet known) {
        return new ProblemException(
                new Problem.Conflict(known.name() + " is at version " + known.version() + " now. Read it again, then decide."));
    }

    private static void refuse(boolean used, String sentence) {
        if (used) {
            throw new ProblemException(new Problem.Conflict(sentence + ". Change that first."));
        }
    }

    private SetTables tables() {
        return new SetTables(sql());
    }

    private DSLContext sql() {
        return database.sql();
    }
}
