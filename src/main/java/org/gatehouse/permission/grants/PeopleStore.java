package org.gatehouse.permission.grants;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.ORGANIZATION;
import static org.gatehouse.platform.database.schema.Tables.PROFILE;
import static org.gatehouse.platform.database.schema.Tables.ROLE;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.identity.PasswordHashes;
import org.gatehouse.metadata.RecordIds;
import org.gatehouse.permission.grants.GrantSettings.Person;
import org.gatehouse.permission.sharing.Recalculations;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.platform.problem.Violations;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The people as part of the caller's transaction; one change at a time, as with permissions. */
@Singleton
public class PeopleStore {
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,79}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,189}");
    private static final Pattern LOCALE = Pattern.compile("[a-z]{2,3}(_[A-Z]{2})?");
    private static final String PREFIX = "005";

    private final Database database;
    private final ConfigurationVersions versions;
    private final PasswordHashes passwords;
    private final Recalculations recalculations;
    private final InstantSource clock;

    @Inject
    public PeopleStore(
            Database database, ConfigurationVersions versions, PasswordHashes passwords, Recalculations recalculations, InstantSource clock) {
        this.database = database;
        this.versions = versions;
        this.passwords = passwords;
        this.recalculations = recalculations;
        this.clock = clock;
    }

    /** People in the order of their user names, after one. */
    List<Person> page(String after, int limit) {
        return select(APP_USER.USERNAME.gt(after), limit);
    }

    Person one(String id) {
        return select(APP_USER.ID.eq(id), 1).stream().findFirst().orElseThrow(() -> noPerson(id));
    }

    /** Makes a person, who cannot sign in by a password before one is set. */
    Person create(Person wanted) {
        versions.changed(Topic.ACCESS);
        Violations violations = new Violations();
        violations.require(
                !sql().fetchExists(APP_USER, APP_USER.USERNAME.equalIgnoreCase(wanted.username())), "/username", "this user name is taken");
        Map<Field<?>, @Nullable Object> values = values(wanted, violations);
        violations.refuse();
        String id = RecordIds.next(PREFIX, clock.instant());
        sql().insertInto(APP_USER)
                .set(APP_USER.ID, id)
                .set(APP_USER.USERNAME, wanted.username())
                .set(APP_USER.CREATED_DATE, now())
                .set(APP_USER.LAST_MODIFIED_DATE, now())
                .set(values)
                .execute();
        return placed(one(id), null);
    }

    /** Changes a person as read at the moment that is named. Whoever is made inactive is out with their next request. */
    Person change(String id, Person wanted) {
        versions.changed(Topic.ACCESS);
        Person known = one(id);
        Violations violations = new Violations();
        violations.require(known.username().equals(wanted.username()), "/username", "a person keeps the user name");
        Map<Field<?>, @Nullable Object> values = values(wanted, violations);
        violations.refuse();
        if (wanted.lastModifiedDate() == null || !wanted.lastModifiedDate().equals(known.lastModifiedDate())) {
            throw new ProblemException(new Problem.Conflict("The person was changed at " + known.lastModifiedDate() + ". Read again, then decide."));
        }
        sql().update(APP_USER).set(values).set(APP_USER.LAST_MODIFIED_DATE, now()).where(APP_USER.ID.eq(id)).execute();
        Administrators.requireOne(sql());
        return placed(one(id), known.role());
    }

    /** A person as they are now. The memberships of people are worked out anew if they have another role than before, on which alone they depend. */
    private Person placed(Person person, @Nullable String roleBefore) {
        if (!Objects.equals(person.role(), roleBefore)) {
            recalculations.run();
        }
        return person;
    }

    /**
     * Gives a person another password, which ends their sessions.
     *
     * @return the end of their agents' connections, if these end with the password, as the organisation may have it
     */
    Optional<ConnectionsEnded> setPassword(String id, String password) {
        Person person = one(id);
        List<String> complaints = PasswordHashes.complaints(password, person.username());
        Violations violations = new Violations();
        complaints.forEach(complaint -> violations.add("/password", complaint));
        violations.refuse();
        sql().update(APP_USER)
                .set(APP_USER.PASSWORD_HASH, passwords.hash(password))
                .set(APP_USER.CREDENTIALS_CHANGED_AT, clock.instant())
                .where(APP_USER.ID.eq(id))
                .execute();
        if (!sql().fetchExists(ORGANIZATION, ORGANIZATION.CONNECTIONS_END_WITH_PASSWORD.isTrue())) {
            return Optional.empty();
        }
        // Counted up first: whoever connects at the same moment either read the number before, and has ended, or knows the new password.
        versions.changed(Topic.ACCESS);
        long version = versions.current(Topic.ACCESS);
        sql().update(APP_USER).set(APP_USER.REVOKED_VERSION, version).where(APP_USER.ID.eq(id)).execute();
        return Optional.of(new ConnectionsEnded(id, person.username(), version));
    }

    /** Ends all sessions of a person; connections of agents go on. */
    void signOut(String id) {
        one(id);
        sql().update(APP_USER).set(APP_USER.CREDENTIALS_CHANGED_AT, clock.instant()).where(APP_USER.ID.eq(id)).execute();
    }

    private Map<Field<?>, @Nullable Object> values(Person wanted, Violations violations) {
        violations.require(matches(USERNAME, wanted.username()), "/username", "letters, digits and . _ @ + -, at most 80");
        violations.require(wanted.name() != null && !wanted.name().isBlank() && wanted.name().length() <= 120, "/name", "1 to 120 characters");
        violations.require(matches(EMAIL, wanted.email()), "/email", "this is no e-mail address");
        violations.require(wanted.title() == null || wanted.title().length() <= 80, "/title", "at most 80 characters");
        violations.require(wanted.timeZone() != null && zone(wanted.timeZone()), "/timeZone", "a zone such as Europe/Berlin");
        violations.require(matches(LOCALE, wanted.locale()), "/locale", "a locale such as de_DE");
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(APP_USER.NAME, wanted.name());
        values.put(APP_USER.EMAIL, wanted.email());
        values.put(APP_USER.TITLE, wanted.title());
        values.put(APP_USER.PROFILE_ID, id(PROFILE, PROFILE.ID, PROFILE.API_NAME, wanted.profile() == null ? "" : wanted.profile(), "/profile", violations));
        values.put(APP_USER.ROLE_ID, wanted.role() == null ? null : id(ROLE, ROLE.ID, ROLE.API_NAME, wanted.role(), "/role", violations));
        values.put(APP_USER.MANAGER_ID,
                wanted.manager() == null ? null : id(APP_USER, APP_USER.ID, APP_USER.USERNAME, wanted.manager(), "/manager", violations));
        values.put(APP_USER.ACTIVE, wanted.active());
        values.put(APP_USER.TIME_ZONE, wanted.timeZone());
        values.put(APP_USER.LOCALE, wanted.locale());
        return values;
    }

    private @Nullable String id(Table<?> table, Field<String> id, Field<String> name, String wanted, String place, Violations violations) {
        Optional<String> found = sql().select(id).from(table).where(name.eq(wanted)).fetchOptional(id);
        violations.require(found.isPresent(), place, "there is no '" + wanted + "'");
        return found.orElse(null);
    }

    private static boolean matches(Pattern pattern, @Nullable String text) {
        return text != null && pattern.matcher(text).matches();
    }

    private static boolean zone(String name) {
        try {
            ZoneId.of(name);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private List<Person> select(Condition condition, int limit) {
        var manager = APP_USER.as("manager");
        return sql().select(APP_USER.asterisk(), PROFILE.API_NAME, ROLE.API_NAME, manager.USERNAME)
                .from(APP_USER)
                .join(PROFILE)
                .on(PROFILE.ID.eq(APP_USER.PROFILE_ID))
                .leftJoin(ROLE)
                .on(ROLE.ID.eq(APP_USER.ROLE_ID))
                .leftJoin(manager)
                .on(manager.ID.eq(APP_USER.MANAGER_ID))
                .where(condition)
                .orderBy(APP_USER.USERNAME)
                .limit(limit)
                .fetch(row -> person(row, row.get(manager.USERNAME)));
    }

    private static Person person(Record row, @Nullable String manager) {
        return new Person(
                row.get(APP_USER.ID), row.get(APP_USER.USERNAME), row.get(APP_USER.NAME), row.get(APP_USER.EMAIL), row.get(APP_USER.TITLE),
                row.get(PROFILE.API_NAME), row.get(ROLE.API_NAME), manager, row.get(APP_USER.ACTIVE), row.get(APP_USER.TIME_ZONE),
                row.get(APP_USER.LOCALE), row.get(APP_USER.LAST_MODIFIED_DATE).toString());
    }

    private static ProblemException noPerson(String id) {
        return new ProblemException(new Problem.NotFound(Problem.Thing.RECORD, id, "There is no person of this id."));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private DSLContext sql() {
        return database.sql();
    }
}
