package org.gatehouse.oauth.bearer;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatehouse.identity.Caller;
import org.gatehouse.oauth.client.Admission;
import org.gatehouse.oauth.client.Clients;
import org.gatehouse.oauth.client.IpRelaxation.Occasion;
import org.gatehouse.oauth.client.Refusal;
import org.gatehouse.oauth.client.Visit;
import org.gatehouse.oauth.token.ResourceIndicators;
import org.gatehouse.oauth.token.VerifiedToken;
import org.gatehouse.platform.network.ClientAddress;

/** Finds out on whose behalf a request to a protected resource comes, and whether it may come at all. */
@Singleton
class BearerAuthentication {
    private final VerifiedTokens tokens;
    private final Connections connections;
    private final Clients clients;
    private final Admission admission;
    private final ResourceIndicators resources;
    private final CallCounts calls;
    private final BearerChallenge challenge;

    @Inject
    BearerAuthentication(
            VerifiedTokens tokens, Connections connections, Clients clients, Admission admission, ResourceIndicators resources,
            CallCounts calls, BearerChallenge challenge) {
        this.tokens = tokens;
        this.connections = connections;
        this.clients = clients;
        this.admission = admission;
        this.resources = resources;
        this.calls = calls;
        this.challenge = challenge;
    }

    /**
     * Checks a request. Which resource the token opens is not compared here: a server that is not active must answer every valid token like
     * one that does not exist, and only the catalog knows.
     *
     * @param authorization the values of the {@code Authorization} headers
     * @param path the request's path, for the challenge
     * @param address where the request comes from
     */
    BearerOutcome authenticate(List<String> authorization, String path, ClientAddress address) {
        return switch (BearerCredentials.parse(authorization)) {
            case BearerCredentials.Absent() -> new BearerOutcome.Challenged(challenge.missing(path));
            case BearerCredentials.Malformed() -> new BearerOutcome.Challenged(challenge.invalidToken(path));
            case BearerCredentials.Token(var token) ->
                tokens.find(token)
                        .flatMap(verified -> admitted(verified, address))
                        .orElseGet(() -> new BearerOutcome.Challenged(challenge.invalidToken(path)));
        };
    }

    private Optional<BearerOutcome> admitted(VerifiedToken verified, ClientAddress address) {
        return connections.find(verified.claims())
                .filter(connection -> admits(connection, address))
                .map(connection -> limited(connection.caller())
                        .<BearerOutcome>map(BearerOutcome.Limited::new)
                        .orElseGet(() -> new BearerOutcome.Admitted(connection.caller(), verified.principal())));
    }

    private boolean admits(Connection connection, ClientAddress address) {
        Caller caller = connection.caller();
        Visit visit = new Visit(Occasion.REQUEST, address, connection.assurance());
        Optional<Refusal> refusal = admission.refusal(
                caller.userId(), caller.clientId(), resources.mcpServer(caller.resource()), visit, caller.accessVersion());
        refusal.ifPresent(why -> BearerLog.LOG.notAdmitted(caller.username(), caller.grantId(), why, address));
        return refusal.isEmpty();
    }

    private Optional<Duration> limited(Caller caller) {
        return clients.find(caller.clientId(), caller.accessVersion())
                .flatMap(client -> calls.count(caller, client.policy().callLimits()));
    }
}
