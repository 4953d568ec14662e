package org.gatehouse.oracle;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.PROFILE;
import static org.gatehouse.platform.database.schema.Tables.ROLE;
import static org.gatehouse.platform.database.schema.Tables.ROLE_CLOSURE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gatehouse.oracle.Organisation.Bundle;
import org.gatehouse.oracle.Organisation.Person;
import org.gatehouse.oracle.Organisation.Role;
import org.jooq.DSLContext;

/** Writes an organisation over the one before it, in one transaction and few statements. */
final class Installer {
    private final Rows rows;
    private final Organisation organisation;

    private Installer(DSLContext sql, Organisation organisation) {
        this.rows = new Rows(sql);
        this.organisation = organisation;
    }

    static void install(DSLContext sql, Organisation organisation) {
        sql.transaction(transaction -> new Installer(transaction.dsl(), organisation).install());
    }

    private void install() {
        rows.clear();
        roles();
        people();
        new SharingRows(rows, organisation).write();
        new PermissionRows(rows, organisation).write();
        new MetadataRows(rows, organisation).write();
        organisation.objects().stream().filter(object -> !object.isUser()).forEach(this::records);
    }

    private void roles() {
        List<Object[]> closure = new ArrayList<>();
        for (Role upper : organisation.roles()) {
            for (Role lower : organisation.roles()) {
                if (organisation.above(upper.id(), lower.id())) {
                    closure.add(new Object[] {upper.id(), lower.id()});
                }
            }
        }
        // In the order in which they were made, parents first.
        rows.insert(ROLE, List.of(ROLE.ID, ROLE.API_NAME, ROLE.LABEL, ROLE.PARENT_ID), organisation.roles().stream()
                .map(role -> new Object[] {role.id(), role.id(), role.id(), role.parent()}));
        rows.insert(ROLE_CLOSURE, List.of(ROLE_CLOSURE.ANCESTOR_ID, ROLE_CLOSURE.ROLE_ID), closure.stream());
    }

    private void people() {
        Stream<String> profiles = organisation.bundles().stream().map(Bundle::profile).filter(java.util.Objects::nonNull);
        rows.insert(PROFILE, List.of(PROFILE.ID, PROFILE.API_NAME, PROFILE.LABEL), profiles.map(id -> new Object[] {id, id, id}));
        rows.insert(
                APP_USER,
                List.of(APP_USER.ID, APP_USER.USERNAME, APP_USER.NAME, APP_USER.EMAIL, APP_USER.PROFILE_ID, APP_USER.ROLE_ID, APP_USER.ACTIVE,
                        APP_USER.TIME_ZONE, APP_USER.LOCALE, APP_USER.CREATED_DATE, APP_USER.LAST_MODIFIED_DATE),
                organisation.people().stream().map(Installer::person));
    }

    private static Object[] person(Person person) {
        String username = RandomPeople.username(person);
        return new Object[] {
            person.id(), username, person.name(), username + "@example.com", person.profile(), person.role(), person.active(), "UTC", "en",
            Organisation.NOW, Organisation.NOW
        };
    }

    private void records(ModelObject object) {
        rows.insert(OracleTables.named(object.tableNumber()), OracleTables.columns(), organisation.recordsOf(object).stream()
                .map(candidate -> OracleTables.ALL.stream().map(column -> switch (column.name()) {
                    case "Id" -> candidate.id();
                    case "IsDeleted" -> candidate.deleted();
                    default -> candidate.values().get(column.name());
                }).toArray()));
    }
}
