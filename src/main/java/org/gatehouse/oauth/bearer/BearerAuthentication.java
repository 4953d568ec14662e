package org.gatehouse.oauth.bearer;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.gatehouse.oauth.client.Admission;

/** Finds out on whose behalf a request to a protected resource comes. */
@Singleton
class BearerAuthentication {
    private final VerifiedTokens tokens;
    private final Connections connections;
    private final Admission admission;
    private final BearerChallenge challenge;

    @Inject
    BearerAuthentication(VerifiedTokens tokens, Connections connections, Admission admission, BearerChallenge challenge) {
        this.tokens = tokens;
        this.connections = connections;
        this.admission = admission;
        this.challenge = challenge;
    }

    /**
     * Checks a request. Which resource the token opens is not compared here: a server that is not active must answer every valid token like
     * one that does not exist, and only the catalog knows.
     *
     * @param authorization the values of the {@code Authorization} headers
     * @param path the request's path, for the challenge
     */
    BearerOutcome authenticate(List<String> authorization, String path) {
        return switch (BearerCredentials.parse(authorization)) {
            case BearerCredentials.Absent() -> new BearerOutcome.Challenged(challenge.missing(path));
            case BearerCredentials.Malformed() -> new BearerOutcome.Challenged(challenge.invalidToken(path));
            case BearerCredentials.Token(var token) ->
                admitted(token).orElseGet(() -> new BearerOutcome.Challenged(challenge.invalidToken(path)));
        };
    }

    private Optional<BearerOutcome> admitted(String token) {
        return tokens.find(token)
                .flatMap(verified -> connections.caller(verified.claims())
                        .filter(caller -> tokens.keyStands(verified, caller.accessVersion()))
                        .filter(admission::admits)
                        .map(caller -> new BearerOutcome.Admitted(caller, verified.principal())));
    }
}
