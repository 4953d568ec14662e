package org.gatehouse.oauth.bearer;

import java.util.List;
import org.gatehouse.audit.RefusalCounts;
import org.gatehouse.oauth.OAuthWorld;
import org.gatehouse.oauth.token.AccessTokenVerifier;
import org.gatehouse.oauth.token.ResourceIndicators;
import org.gatehouse.oauth.token.TestKeys;
import org.gatehouse.platform.network.ClientAddress;

/** The check of requests at a protected resource, put together by hand for tests of other packages. */
public final class TestRequests {
    private static final ClientAddress HERE = ClientAddress.parse("192.0.2.7").orElseThrow();

    private final BearerAuthentication authentication;

    public TestRequests(OAuthWorld world) {
        var verifier = new AccessTokenVerifier(TestKeys.loaded(world.database, world.deployment), world.deployment);
        authentication = new BearerAuthentication(
                new LiveTokens(
                        new VerifiedTokens(verifier, world.clock), new Connections(world.database), world.admission(),
                        new ResourceIndicators(world.deployment, world.servers)),
                world.clients, new CallCounts(world.database, world.clock), new BearerChallenge(world.deployment), new RefusalCounts(world.clock));
    }

    /** Whether a request with this access token is served. */
    public boolean admitted(String token) {
        return authentication.authenticate(List.of("Bearer " + token), "/mcp/v1/platform/object-reads", HERE) instanceof BearerOutcome.Admitted;
    }
}
