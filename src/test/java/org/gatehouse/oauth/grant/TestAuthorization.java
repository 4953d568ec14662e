package org.gatehouse.oauth.grant;

import java.time.InstantSource;
import org.gatehouse.identity.AccountLocks;
import org.gatehouse.identity.Users;
import org.gatehouse.oauth.client.Admission;
import org.gatehouse.oauth.client.UsableClients;
import org.gatehouse.oauth.token.ResourceIndicators;
import org.gatehouse.permission.ProfileAssurance;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.Database;
import org.gatehouse.testing.TestAudit;

/** What decides over authorization requests and people, for tests of other packages. */
public final class TestAuthorization {
    private TestAuthorization() {}

    /** The examination of requests. */
    public static AuthorizationRequests requests(
            UsableClients clients, ResourceIndicators resources, Deployment deployment, ProfileAssurance profiles, InstantSource clock) {
        return new AuthorizationRequests(clients, resources, new AuthorizationResponses(deployment), profiles, clock);
    }

    /** The decision over people. */
    public static Entitlement entitlement(Database database, AccountLocks locks, Admission admission, ResourceIndicators resources) {
        var versions = new ConfigurationVersions(database);
        var events = new GrantEvents(TestAudit.events(database));
        var freezes = new Freezes(database, new Grants(database, versions, events, InstantSource.system()), events, InstantSource.system());
        return new Entitlement(new Users(database), locks, freezes, admission, resources, versions);
    }
}
