package org.gatehouse.permission.sharing;

import static org.gatehouse.platform.database.schema.Tables.GROUP_MEMBERSHIP;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.permission.sharing.SharingSettings.Group;
import org.gatehouse.permission.sharing.SharingSettings.Member;
import org.gatehouse.permission.sharing.SharingSettings.Queue;
import org.gatehouse.permission.sharing.SharingSettings.Restriction;
import org.gatehouse.permission.sharing.SharingSettings.Role;
import org.gatehouse.permission.sharing.SharingSettings.Rule;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;

/**
 * The settings of sharing as part of the caller's transaction. Every change first counts the version up: its row lets one change through at a
 * time, so that memberships are never computed from two halves.
 */
@Singleton
public class SharingStore {
    private final Database database;
    private final ConfigurationVersions versions;
    private final ObjectCatalogs catalogs;
    private final Recalculations recalculations;
    private final InstantSource clock;

    @Inject
    public SharingStore(
            Database database, ConfigurationVersions versions, ObjectCatalogs catalogs, Recalculations recalculations, InstantSource clock) {
        this.database = database;
        this.versions = versions;
        this.catalogs = catalogs;
        this.recalculations = recalculations;
        this.clock = clock;
    }

    List<Role> roles() {
        return new Roles(database.sql()).all();
    }

    List<Group> groups() {
        return new GroupTables(database.sql()).groups();
    }

    List<Queue> queues() {
        return new GroupTables(database.sql()).queues();
    }

    List<Rule> rules() {
        return ruleTables().rules();
    }

    List<Restriction> restrictions() {
        return ruleTables().restrictions();
    }

    void save(Role role) {
        changeMembers(() -> new Roles(database.sql()).save(role, clock.instant()));
    }

    /** As {@link #save(Role)}, if the role still is what was read; nothing was read of a role that is to be made. */
    void save(Role role, Optional<Role> read) {
        changeMembers(() -> {
            Roles roles = new Roles(database.sql());
            if (!roles.all().stream().filter(it -> it.name().equalsIgnoreCase(role.name())).findFirst().equals(read)) {
                throw Versions.conflict();
            }
            roles.save(role, clock.instant());
        });
    }

    void deleteRole(String name) {
        changeMembers(() -> new Roles(database.sql()).delete(name));
    }

    void save(Group group) {
        changeMembers(() -> new GroupTables(database.sql()).save(group, clock.instant()));
    }

    void save(Queue queue) {
        changeMembers(() -> new GroupTables(database.sql()).save(queue, clock.instant()));
    }

    void delete(Member group) {
        changeMembers(() -> new GroupTables(database.sql()).delete(group));
    }

    void save(Rule rule) {
        versions.changed(Topic.ACCESS);
        ruleTables().save(rule, clock.instant());
    }

    void deleteRule(String name) {
        versions.changed(Topic.ACCESS);
        ruleTables().deleteRule(name);
    }

    void save(Restriction rule) {
        versions.changed(Topic.ACCESS);
        ruleTables().save(rule, clock.instant());
    }

    void deleteRestriction(String name) {
        versions.changed(Topic.ACCESS);
        ruleTables().deleteRestriction(name);
    }

    int memberships() {
        return database.sql().fetchCount(GROUP_MEMBERSHIP);
    }

    /** What a recalculation would change: nothing, unless somebody wrote to the database past Gatehouse. */
    Recalculation compare() {
        return recalculations.compare();
    }

    /** Brings the memberships to what the settings say, whatever was written to the database past Gatehouse. */
    Recalculation recalculate() {
        return changeMembers(() -> {});
    }

    private Recalculation changeMembers(Runnable change) {
        versions.changed(Topic.ACCESS);
        change.run();
        return recalculations.run();
    }

    private RuleTables ruleTables() {
        return new RuleTables(database.sql(), catalogs.uncommitted());
    }
}
