package org.gatehouse.permission.grants;

import java.time.InstantSource;
import org.gatehouse.identity.PasswordHashes;
import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.permission.sharing.Recalculations;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.Database;
import org.gatehouse.testing.TestAudit;

/** The services over people and permissions, on a test's database. */
@SuppressWarnings("UnnecessaryAssignment") // The test stands in for the container that injects.
public final class TestGrants {
    private TestGrants() {}

    public static GrantService grants(Database database, InstantSource clock) {
        var versions = new ConfigurationVersions(database);
        var service = new GrantService();
        service.store = new GrantStore(database, versions, new ObjectCatalogs(database), clock);
        service.groups = new SetGroupStore(database, versions, clock);
        service.trail = TestAudit.trail(database);
        return service;
    }

    public static PeopleService people(Database database, InstantSource clock) {
        var service = new PeopleService();
        service.store = new PeopleStore(
                database, new ConfigurationVersions(database), new PasswordHashes(), new Recalculations(database, TestAudit.events(database), clock), clock);
        service.trail = TestAudit.trail(database);
        return service;
    }
}
