package org.gatehouse.oauth.bearer;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.AuditDraft;
import org.gatehouse.audit.Channel;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.RefusalCounts;
import org.gatehouse.identity.Caller;
import org.gatehouse.oauth.client.Clients;
import org.gatehouse.oauth.token.ProtectedResource;
import org.gatehouse.platform.network.ClientAddress;

/** Finds out on whose behalf a request to a protected resource comes, and whether it may come at all. */
@Singleton
class BearerAuthentication {
    private static final int TOO_MANY_REQUESTS = 429;

    /** Why, in the event log. */
    private static final String RULE = "APP_CALL_LIMIT";

    private final LiveTokens tokens;
    private final Clients clients;
    private final CallCounts calls;
    private final BearerChallenge challenge;
    private final RefusalCounts refusals;

    @Inject
    BearerAuthentication(LiveTokens tokens, Clients clients, CallCounts calls, BearerChallenge challenge, RefusalCounts refusals) {
        this.tokens = tokens;
        this.clients = clients;
        this.calls = calls;
        this.challenge = challenge;
        this.refusals = refusals;
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
                        .map(live -> counted(live, path, address))
                        .orElseGet(() -> new BearerOutcome.Challenged(challenge.invalidToken(path)));
        };
    }

    private BearerOutcome counted(LiveToken live, String path, ClientAddress address) {
        Optional<Duration> wait = limited(live.caller());
        wait.ifPresent(one -> refusals.count(draft(live.caller(), path, address), TOO_MANY_REQUESTS, RULE, live.caller().clientId() + " " + live.caller().userId()));
        return wait
                .<BearerOutcome>map(BearerOutcome.Limited::new)
                .orElseGet(() -> new BearerOutcome.Admitted(live.caller(), live.token().principal(), live.digest()));
    }

    private static AuditDraft draft(Caller caller, String path, ClientAddress address) {
        Channel.Family family = path.startsWith(ProtectedResource.MCP_PATH) ? Channel.Family.MCP : Channel.Family.REST;
        AuditDraft draft = new AuditDraft(
                EventType.API_TOTAL_USAGE, UUID.randomUUID().toString(),
                new Actor(caller.userId(), caller.username(), caller.clientId(), caller.grantId(), address.toString()), new Channel(family, null, path));
        if (!caller.server().isEmpty()) {
            draft.server(caller.server());
        }
        return draft;
    }

    private Optional<Duration> limited(Caller caller) {
        return clients.find(caller.clientId(), caller.accessVersion())
                .flatMap(client -> calls.count(caller, client.policy().callLimits()));
    }
}
