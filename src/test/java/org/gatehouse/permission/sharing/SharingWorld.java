package org.gatehouse.permission.sharing;

import static org.gatehouse.platform.database.schema.Tables.OBJECT_DEFINITION;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.permission.AccessLevel;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.permission.PermissionEngine;
import org.gatehouse.permission.sharing.SharingSettings.Criterion;
import org.gatehouse.permission.sharing.SharingSettings.Group;
import org.gatehouse.permission.sharing.SharingSettings.Kind;
import org.gatehouse.permission.sharing.SharingSettings.Member;
import org.gatehouse.permission.sharing.SharingSettings.Rule;
import org.gatehouse.permission.sharing.SharingSettings.Share;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;
import org.gatehouse.query.QueryConfiguration;
import org.gatehouse.query.QueryEngine;
import org.gatehouse.query.sql.FilteredRows;
import org.gatehouse.testing.SampleWorld.Product;
import org.gatehouse.testing.TestAudit;
import org.gatehouse.testing.TestDatabases;
import org.gatehouse.testing.TestPostgres;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The people of the demo organisation with five accounts, an opportunity, a contact and a case each where a test asks for them. */
final class SharingWorld {
    static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    final Database database;
    final SharingStore store;
    private final ConfigurationVersions versions;
    private final PermissionEngine permissions;
    private final QueryEngine queries;

    SharingWorld(Product product) {
        this.database = new Database(
                switch (product) {
                    case H2 -> TestDatabases.demoOrganisation();
                    case POSTGRESQL -> TestPostgres.demoOrganisation();
                });
        InstantSource clock = InstantSource.fixed(NOW);
        ObjectCatalogs catalogs = new ObjectCatalogs(database);
        this.versions = new ConfigurationVersions(database);
        this.store = new SharingStore(database, versions, catalogs, new Recalculations(database, TestAudit.events(database), clock), clock);
        this.permissions = new PermissionEngine(database, catalogs, clock);
        this.queries = new QueryEngine(database, new QueryConfiguration(Duration.ofSeconds(30)), clock);
        // Nothing but ownership and hierarchy to begin with.
        store.rules().forEach(rule -> store.deleteRule(rule.name()));
        store.restrictions().forEach(rule -> store.deleteRestriction(rule.name()));
        store.recalculate();
    }

    EffectiveAccess access(String username) {
        return permissions.access(user(username), versions.current(Topic.ACCESS));
    }

    /** The names of the accounts that a person sees. */
    Set<String> accounts(String username) {
        return names(username, "SELECT Name FROM Account");
    }

    Set<String> names(String username, String soql) {
        Set<String> names = new TreeSet<>();
        queries.run(soql, access(username)).records().forEach(row -> names.add(row.get("Name").asText()));
        return names;
    }

    /** Whether a person may do something with an account, asked as a write would ask. */
    boolean may(String username, AccessLevel level, String account) {
        EffectiveAccess access = access(username);
        ObjectDefinition object = access.catalog().find("Account").orElseThrow();
        var filter = switch (level) {
            case READ -> access.visible(object);
            case EDIT -> access.editable(object);
            case ALL -> access.deletable(object);
        };
        return FilteredRows.exists(database.sql(), object, "001" + account, filter);
    }

    void account(String name, String owner, @Nullable String industry) {
        database.sql()
                .insertInto(DSL.table(DSL.name("records", "account")))
                .columns(DSL.field(DSL.name("id")), DSL.field(DSL.name("name")), DSL.field(DSL.name("owner_id")), DSL.field(DSL.name("industry")),
                        DSL.field(DSL.name("created_date")), DSL.field(DSL.name("created_by_id")), DSL.field(DSL.name("last_modified_date")),
                        DSL.field(DSL.name("last_modified_by_id")))
                .values("001" + name, name, owner(owner), industry, NOW, user("admin"), NOW, user("admin"))
                .execute();
    }

    void opportunity(String name, String owner, String account) {
        database.sql()
                .insertInto(DSL.table(DSL.name("records", "opportunity")))
                .columns(DSL.field(DSL.name("id")), DSL.field(DSL.name("name")), DSL.field(DSL.name("owner_id")), DSL.field(DSL.name("account_id")),
                        DSL.field(DSL.name("stage_name")), DSL.field(DSL.name("close_date")), DSL.field(DSL.name("is_closed")),
                        DSL.field(DSL.name("is_won")), DSL.field(DSL.name("created_date")), DSL.field(DSL.name("created_by_id")),
                        DSL.field(DSL.name("last_modified_date")), DSL.field(DSL.name("last_modified_by_id")))
                .values("006" + name, name, owner(owner), "001" + account, "Prospecting", LocalDate.of(2026, 5, 1), false, false, NOW,
                        user("admin"), NOW, user("admin"))
                .execute();
    }

    /** A person by username, or a group or queue by id. */
    private String owner(String owner) {
        return owner.startsWith("00G") ? owner : user(owner);
    }

    String user(String username) {
        return database.sql()
                .select(DSL.field(DSL.name("id"), String.class))
                .from(DSL.table(DSL.name("gatehouse", "app_user")))
                .where(DSL.field(DSL.name("username"), String.class).eq(username))
                .fetchSingle(0, String.class);
    }

    void role(String username, @Nullable String role) {
        database.sql()
                .update(DSL.table(DSL.name("gatehouse", "app_user")))
                .set(DSL.field(DSL.name("role_id"), String.class), role == null ? null : roleId(role))
                .where(DSL.field(DSL.name("username"), String.class).eq(username))
                .execute();
        store.recalculate();
    }

    private String roleId(String name) {
        return database.sql()
                .select(DSL.field(DSL.name("id"), String.class))
                .from(DSL.table(DSL.name("gatehouse", "role")))
                .where(DSL.field(DSL.name("api_name"), String.class).eq(name))
                .fetchSingle(0, String.class);
    }

    void orgWideDefault(String object, String value, boolean hierarchy) {
        database.sql()
                .update(OBJECT_DEFINITION)
                .set(OBJECT_DEFINITION.ORG_WIDE_DEFAULT, value)
                .set(OBJECT_DEFINITION.HIERARCHY_ACCESS, hierarchy)
                .where(OBJECT_DEFINITION.API_NAME.eq(object))
                .execute();
        versions.changed(Topic.METADATA);
    }

    void ownerRule(String object, Member source, Member target, String level) {
        store.save(new Rule("rule" + source.name() + target.name(), "Rule", object, source, target, level, false, List.of(), null));
    }

    void criteriaRule(String object, Member target, String level, boolean any, Criterion... criteria) {
        store.save(new Rule("criteria" + target.name(), "Rule", object, null, target, level, any, List.of(criteria), null));
    }

    void group(String name, boolean hierarchyAccess, Member... members) {
        store.save(new Group(name, name, hierarchyAccess, List.of(members), null));
    }

    void share(String account, Member with, String level) {
        new RecordShares(database.sql()).share("Account", "001" + account, new Share(with, level), user("admin"), NOW);
    }


    static Member person(String name) {
        return new Member(Kind.USER, name);
    }

    static Member role(String name) {
        return new Member(Kind.ROLE, name);
    }

    static Member below(String name) {
        return new Member(Kind.ROLE_AND_SUBORDINATES, name);
    }

    static Member group(String name) {
        return new Member(Kind.GROUP, name);
    }
}
