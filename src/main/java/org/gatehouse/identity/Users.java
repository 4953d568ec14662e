package org.gatehouse.identity;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.PROFILE;
import static org.gatehouse.platform.database.schema.Tables.ROLE;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.platform.database.Database;
import org.jooq.Condition;
import org.jooq.Records;

/** The people, active and inactive. Read anew each time: a person who was just deactivated must not be remembered as active. */
@Singleton
public class Users {
    private final Database database;

    @Inject
    public Users(Database database) {
        this.database = database;
    }

    /** The person with this record id. */
    public Optional<User> find(String id) {
        return find(APP_USER.ID.eq(id));
    }

    /** The person with this record id, if active. */
    public Optional<User> findActive(String id) {
        return find(id).filter(User::active);
    }

    /** The person with this record id, if active and if neither password nor second factor changed after a moment. */
    public Optional<User> findActive(String id, Instant signedInAt) {
        Condition current = APP_USER.CREDENTIALS_CHANGED_AT.isNull().or(APP_USER.CREDENTIALS_CHANGED_AT.le(signedInAt));
        return find(APP_USER.ID.eq(id).and(current)).filter(User::active);
    }

    /** The person with exactly this sign-in name. */
    public Optional<User> findByUsername(String username) {
        return find(APP_USER.USERNAME.eq(username));
    }

    /** The person with this record id, with profile, role and manager by name. */
    public Optional<PersonDetails> details(String id) {
        var manager = APP_USER.as("manager");
        return database.sql()
                .select(
                        APP_USER.ID, APP_USER.USERNAME, APP_USER.NAME, APP_USER.EMAIL, APP_USER.TITLE, PROFILE.LABEL, ROLE.LABEL, manager.NAME,
                        APP_USER.TIME_ZONE, APP_USER.LOCALE)
                .from(APP_USER)
                .join(PROFILE)
                .on(PROFILE.ID.eq(APP_USER.PROFILE_ID))
                .leftJoin(ROLE)
                .on(ROLE.ID.eq(APP_USER.ROLE_ID))
                .leftJoin(manager)
                .on(manager.ID.eq(APP_USER.MANAGER_ID))
                .where(APP_USER.ID.eq(id))
                .fetchOptional(Records.mapping(PersonDetails::new));
    }

    private Optional<User> find(Condition condition) {
        return database.sql()
                .select(APP_USER.ID, APP_USER.USERNAME, APP_USER.NAME, APP_USER.ACTIVE)
                .from(APP_USER)
                .where(condition)
                .fetchOptional(row -> new User(row.value1(), row.value2(), row.value3(), row.value4()));
    }
}
