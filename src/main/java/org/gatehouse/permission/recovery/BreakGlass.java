package org.gatehouse.permission.recovery;

import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.SetupTrail;
import org.gatehouse.identity.Lockout;
import org.gatehouse.identity.User;
import org.gatehouse.identity.Users;
import org.gatehouse.identity.network.NetworkAdministration;
import org.gatehouse.identity.network.NetworkSettings;
import org.gatehouse.identity.totp.EnrolmentService;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.permission.grants.GrantService;
import org.gatehouse.permission.grants.GrantSettings.Assignment;
import org.gatehouse.permission.grants.GrantSettings.PermissionSet;
import org.gatehouse.permission.grants.GrantSettings.Person;
import org.gatehouse.permission.grants.PeopleService;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.network.ClientAddress;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/**
 * Opens what can shut the last administrator out: an inactive account, a lost second factor, a lock, login ranges and hours of the profile, and
 * missing rights. Each step leaves its own event, as if an administrator had done it.
 */
@Singleton
class BreakGlass {
    private static final String SET = "BreakGlass";

    /** Long enough to put right what was wrong; then the rights go by themselves. */
    private static final Duration RIGHTS = Duration.ofDays(1);

    private final Database database;
    private final Users users;
    private final PeopleService people;
    private final GrantService grants;
    private final NetworkAdministration network;
    private final EnrolmentService secondFactors;
    private final Lockout lockout;
    private final SetupTrail trail;

    @Inject
    BreakGlass(
            Database database, Users users, PeopleService people, GrantService grants, NetworkAdministration network,
            EnrolmentService secondFactors, Lockout lockout, SetupTrail trail) {
        this.database = database;
        this.users = users;
        this.people = people;
        this.grants = grants;
        this.network = network;
        this.secondFactors = secondFactors;
        this.lockout = lockout;
        this.trail = trail;
    }

    /** The id of the person of that name. */
    String require(String username) {
        return users.findByUsername(username)
                .map(User::id)
                .orElseThrow(() -> new ProblemException(new Problem.NotFound(Problem.Thing.RECORD, username, "There is nobody of this user name.")));
    }

    void open(Person person, Instant now) {
        String id = Objects.requireNonNull(person.id());
        if (!database.sql().fetchExists(PERMISSION_SET, PERMISSION_SET.API_NAME.eq(SET))) {
            List<String> rights = List.of(
                    SystemPermission.CUSTOMIZE_APPLICATION.apiName(), SystemPermission.MANAGE_USERS.apiName(),
                    SystemPermission.MANAGE_SHARING.apiName(), SystemPermission.API_ENABLED.apiName(),
                    SystemPermission.VIEW_EVENT_LOG_FILES.apiName());
            grants.create(new PermissionSet(SET, "Break glass", null, false, false, rights, Map.of(), null));
        }
        grants.assign(id, new Assignment(SET, now.plus(RIGHTS).toString()));
        if (!person.active()) {
            people.change(id, new Person(
                    id, person.username(), person.name(), person.email(), person.title(), person.profile(), person.role(), person.manager(), true,
                    person.timeZone(), person.locale(), person.lastModifiedDate()));
        }
        // A demand for a second factor stays: it shuts nobody out, who can set one up.
        String assurance = network.profile(person.profile()).requiredAssurance();
        network.update(person.profile(), new NetworkSettings.Profile(null, List.of(), List.of(), assurance), id, ClientAddress.UNKNOWN, true);
        secondFactors.remove(id, now);
        lockout.unlock(id);
        trail.secret(EventType.SETUP_AUDIT_TRAIL, "break-glass.open", person.username());
    }
}
