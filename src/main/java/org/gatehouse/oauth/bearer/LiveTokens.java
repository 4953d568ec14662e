package org.gatehouse.oauth.bearer;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.gatehouse.identity.Caller;
import org.gatehouse.oauth.client.Admission;
import org.gatehouse.oauth.client.IpRelaxation.Occasion;
import org.gatehouse.oauth.client.Refusal;
import org.gatehouse.oauth.client.Visit;
import org.gatehouse.oauth.token.ResourceIndicators;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.gatehouse.platform.network.ClientAddress;

/** Decides, for every request and every introspection alike, whether an access token counts now. */
@Singleton
class LiveTokens {
    private final VerifiedTokens tokens;
    private final Connections connections;
    private final Admission admission;
    private final ResourceIndicators resources;

    @Inject
    LiveTokens(VerifiedTokens tokens, Connections connections, Admission admission, ResourceIndicators resources) {
        this.tokens = tokens;
        this.connections = connections;
        this.admission = admission;
        this.resources = resources;
    }

    /**
     * The token, if it is ours and in its time, its key and its connection stand, and the client's app policy permits its person from there.
     *
     * @param address where the token is used; {@linkplain ClientAddress#UNKNOWN unknown} lies outside every range
     */
    Optional<LiveToken> find(String token, ClientAddress address) {
        String digest = OpaqueToken.sha256(token);
        return tokens.find(token, digest)
                .flatMap(verified -> connections.find(verified.claims())
                        .filter(connection -> tokens.keyStands(verified, connection.caller().accessVersion()))
                        .filter(connection -> admits(connection, address))
                        .map(connection -> new LiveToken(connection.caller(), verified, digest)));
    }

    private boolean admits(Connection connection, ClientAddress address) {
        Caller caller = connection.caller();
        Visit visit = new Visit(Occasion.REQUEST, address, connection.assurance());
        Optional<Refusal> refusal = admission.refusal(
                caller.userId(), caller.clientId(), resources.mcpServer(caller.resource()), visit, caller.accessVersion());
        refusal.ifPresent(why -> BearerLog.LOG.notAdmitted(caller.username(), caller.grantId(), why, address));
        return refusal.isEmpty();
    }
}
