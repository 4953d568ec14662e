package org.gatehouse.oauth.bearer;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.gatehouse.oauth.client.Admission;

/** Decides, for every request and every introspection alike, whether an access token counts now. */
@Singleton
class LiveTokens {
    private final VerifiedTokens tokens;
    private final Connections connections;
    private final Admission admission;

    @Inject
    LiveTokens(VerifiedTokens tokens, Connections connections, Admission admission) {
        this.tokens = tokens;
        this.connections = connections;
        this.admission = admission;
    }

    /** The token, if it is ours and in its time, its key and its connection stand, and the client's app policy permits its person. */
    Optional<LiveToken> find(String token) {
        return tokens.find(token)
                .flatMap(verified -> connections.caller(verified.claims())
                        .filter(caller -> tokens.keyStands(verified, caller.accessVersion()))
                        .filter(admission::admits)
                        .map(caller -> new LiveToken(caller, verified)));
    }
}
