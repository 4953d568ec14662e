package org.gatehouse.catalog.upstream;

import java.time.InstantSource;
import org.gatehouse.oauth.token.ServiceTokens;
import org.gatehouse.oauth.token.SigningKeys;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.database.RunningCalls;

/** What calls services, for tests of other packages that make no call. */
public final class TestUpstream {
    private TestUpstream() {}

    /** With keys that are not loaded. */
    public static Upstream of(Database database, Deployment deployment, UpstreamConfiguration configuration) {
        var keys = new SigningKeys(database, new ConfigurationVersions(database), deployment, InstantSource.system());
        return new Upstream(configuration, new ServiceTokens(keys, deployment, InstantSource.system()), new UpstreamClient(configuration, new RunningCalls()));
    }
}
