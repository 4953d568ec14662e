package org.gatehouse.oauth.bearer;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Finds out on whose behalf a request to a protected resource comes. */
@Singleton
class BearerAuthentication {
    private final LiveTokens tokens;
    private final BearerChallenge challenge;

    @Inject
    BearerAuthentication(LiveTokens tokens, BearerChallenge challenge) {
        this.tokens = tokens;
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
        return tokens.find(token).map(live -> new BearerOutcome.Admitted(live.caller(), live.token().principal()));
    }
}
