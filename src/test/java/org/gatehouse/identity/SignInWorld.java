package org.gatehouse.identity;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.PROFILE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.gatehouse.identity.totp.TestSecondFactors;
import org.gatehouse.oauth.TestClock;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.database.Migrations;
import org.gatehouse.testing.TestAudit;

/** An installation with Ada and Bob, whose password is the word "right", and all that sign-in consists of. */
@SuppressWarnings("UnnecessaryAssignment") // The world stands in for the container that injects.
public final class SignInWorld {
    static final String ADA = "005000000000000001";
    static final String BOB = "005000000000000002";
    static final LoginOrigin OFFICE = new LoginOrigin("192.0.2.7", "Browser 1.0");
    static final LoginOrigin ELSEWHERE = new LoginOrigin("198.51.100.9", "Browser 1.0");

    /** Fewer than in earnest, to be quick. */
    static final int ADDRESS_FAILURES = 12;

    final TestClock clock = new TestClock();
    final Database database;
    final Users users;
    final LoginHistory history = new LoginHistory();
    final FailureCounts counts = new FailureCounts();
    final Lockout lockout;
    final SignIn signIn;
    final CodeSignIn codes;
    final VouchedSignIn vouched;
    final SignInSessions open = new SignInSessions();
    final Sessions sessions;
    final TestSecondFactors secondFactors;
    final List<String> asked = new ArrayList<>();
    final List<SignInPolicy> policies = new ArrayList<>();

    SignInWorld(DataSource dataSource, Path home) {
        // Cheap, because most tests are not about time.
        this(dataSource, home, new DecoyPassword(4));
    }

    SignInWorld(DataSource dataSource, Path home, DecoyPassword decoy) {
        Migrations.migrate(dataSource, false);
        database = new Database(dataSource);
        people();
        users = new Users(database);
        history.database = database;
        history.events = TestAudit.events(database);
        counts.database = database;
        secondFactors = new TestSecondFactors(database, new Deployment("https://gatehouse.example", false, home.toString()), clock);
        var configuration = new SignInConfiguration(5, ADDRESS_FAILURES, Duration.ofMinutes(15), Duration.ofHours(12), Duration.ofMinutes(15), Duration.ofDays(180));
        lockout = new Lockout(counts, configuration, clock);
        open.database = database;
        open.events = TestAudit.events(database);
        open.clock = clock;
        sessions = new Sessions(users, open, configuration, clock);
        var gate = new LoginGate(lockout, history, clock);
        var all = new SignInPolicies(policies, clock);
        signIn = new SignIn(users, this::matches, decoy, secondFactors.secondFactors, all, gate);
        vouched = new VouchedSignIn(secondFactors.secondFactors, all, gate);
        codes = new CodeSignIn(users, secondFactors.secondFactors, secondFactors.recoveryCodes, all, gate);
    }

    /** A session of a person that begins now. */
    SignedInUser enter(String userId) {
        var signedIn = new SignedInUser(userId, clock.instant());
        open.begin(signedIn, OFFICE);
        return signedIn;
    }

    /** The password in use for sign-in, from the office. */
    SignInAnswer attempt(String username, String password) {
        return signIn.attempt(username, password, OFFICE);
    }

    boolean signsIn(String username, String password, LoginOrigin origin) {
        return signIn.attempt(username, password, origin) instanceof SignInAnswer.SignedIn;
    }

    /** So many wrong passwords, one after the other. */
    void fail(int times, String username) {
        for (int i = 0; i < times; i++) {
            attempt(username, "wrong");
        }
    }

    /** The reasons in the history of a person, newest first. */
    List<LoginReason> reasons(String userId) {
        return history.of(userId, null, 200).stream().map(LoginRecord::reason).toList();
    }

    void deactivate(String userId) {
        database.sql().update(APP_USER).set(APP_USER.ACTIVE, false).where(APP_USER.ID.eq(userId)).execute();
    }

    void refuseEverybody(LoginReason reason) {
        policies.add((user, address, now) -> Optional.of(reason));
    }

    private synchronized boolean matches(String username, String password) {
        asked.add(username);
        return password.equals("right");
    }

    private void people() {
        database.sql().insertInto(PROFILE, PROFILE.ID, PROFILE.API_NAME, PROFILE.LABEL)
                .values("00e000000000000001", "StandardUser", "Standard User").execute();
        person(ADA, "ada");
        person(BOB, "bob");
    }

    private void person(String id, String username) {
        database.sql()
                .insertInto(APP_USER)
                .set(APP_USER.ID, id)
                .set(APP_USER.USERNAME, username)
                .set(APP_USER.NAME, username + " of the tests")
                .set(APP_USER.EMAIL, username + "@test.example")
                .set(APP_USER.PROFILE_ID, "00e000000000000001")
                .set(APP_USER.ACTIVE, true)
                .set(APP_USER.TIME_ZONE, "UTC")
                .set(APP_USER.LOCALE, "en_US")
                .set(APP_USER.CREATED_DATE, Instant.EPOCH)
                .set(APP_USER.LAST_MODIFIED_DATE, Instant.EPOCH)
                .execute();
    }
}
