package org.gatehouse.oauth.bearer;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatehouse.identity.Caller;
import org.gatehouse.oauth.client.Clients;
import org.gatehouse.platform.network.ClientAddress;

/** Finds out on whose behalf a request to a protected resource comes, and whether it may come at all. */
@Singleton
class BearerAuthentication {
    private final LiveTokens tokens;
    private final Clients clients;
    private final CallCounts calls;
    private final BearerChallenge challenge;

    @Inject
    BearerAuthentication(LiveTokens tokens, Clients clients, CallCounts calls, BearerChallenge challenge) {
        this.tokens = tokens;
        this.clients = clients;
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
                tokens.find(token, address)
                        .map(this::admitted)
                        .orElseGet(() -> new BearerOutcome.Challenged(challenge.invalidToken(path)));
        };
    }

    private BearerOutcome admitted(LiveToken live) {
        return limited(live.caller())
                .<BearerOutcome>map(BearerOutcome.Limited::new)
                .orElseGet(() -> new BearerOutcome.Admitted(live.caller(), live.token().principal()));
    }

    private Optional<Duration> limited(Caller caller) {
        return clients.find(caller.clientId(), caller.accessVersion())
                .flatMap(client -> calls.count(caller, client.policy().callLimits()));
    }
}
