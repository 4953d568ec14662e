package org.gatehouse.permission.recovery;

import static org.gatehouse.platform.database.schema.Tables.PROFILE;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.permission.grants.GrantService;
import org.gatehouse.permission.grants.GrantSettings.ObjectGrant;
import org.gatehouse.permission.grants.GrantSettings.PermissionSet;
import org.gatehouse.permission.grants.GrantSettings.Person;
import org.gatehouse.permission.grants.PeopleService;
import org.gatehouse.platform.database.Database;

/** Makes the first administrator, with the profile that may do everything, and the profile of everybody else, that may do nothing yet. */
@Singleton
class FirstAdministrator {
    private static final String ADMINISTRATOR = "SystemAdministrator";
    private static final String STANDARD = "StandardUser";

    private final Database database;
    private final GrantService grants;
    private final PeopleService people;

    @Inject
    FirstAdministrator(Database database, GrantService grants, PeopleService people) {
        this.database = database;
        this.grants = grants;
        this.people = people;
    }

    Person create(String username, String name, String email) {
        if (!database.sql().fetchExists(PROFILE, PROFILE.API_NAME.eq(ADMINISTRATOR))) {
            grants.create(profile(ADMINISTRATOR, "System Administrator", Arrays.stream(SystemPermission.values()).map(SystemPermission::apiName).toList()));
        }
        if (!database.sql().fetchExists(PROFILE, PROFILE.API_NAME.eq(STANDARD))) {
            grants.create(profile(STANDARD, "Standard User", List.of()));
        }
        return people.create(new Person(null, username, name, email, null, ADMINISTRATOR, null, null, true, "UTC", "en_US", null));
    }

    private static PermissionSet profile(String name, String label, List<String> permissions) {
        ObjectGrant readsPeople = new ObjectGrant(true, false, false, false, false, false, false, Map.of());
        return new PermissionSet("Profile" + name, label, name, false, false, permissions, Map.of("User", readsPeople), null);
    }
}
