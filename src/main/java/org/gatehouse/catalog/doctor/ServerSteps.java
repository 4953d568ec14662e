package org.gatehouse.catalog.doctor;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.catalog.McpServer;
import org.gatehouse.catalog.ServerAdministration;
import org.gatehouse.catalog.ServerCatalog;
import org.gatehouse.catalog.ServerSettings;
import org.gatehouse.catalog.ServerSettings.OfferedTool;
import org.gatehouse.catalog.ToolDefinition;
import org.gatehouse.identity.Caller;
import org.gatehouse.identity.User;
import org.gatehouse.oauth.client.RegisteredClient;
import org.gatehouse.oauth.token.AccessTokenClaims;
import org.gatehouse.oauth.token.AccessTokenVerifier;
import org.gatehouse.oauth.token.AccessTokens;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.oauth.token.VerifiedToken;
import org.gatehouse.permission.PermissionEngine;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.problem.ProblemException;

/** The steps at the server: the token that an agent would bring, the tools that it would see, the objects that the person may read through it. */
@Singleton
class ServerSteps {
    /** No connection has this id, so a token that carries it opens nothing. */
    static final String NO_CONNECTION = "doctor";

    private final AccessTokens tokens;
    private final AccessTokenVerifier verifier;
    private final ServerCatalog catalog;
    private final ServerAdministration servers;
    private final PermissionEngine permissions;
    private final ConfigurationVersions versions;
    private final InstantSource clock;

    @Inject
    ServerSteps(
            AccessTokens tokens, AccessTokenVerifier verifier, ServerCatalog catalog, ServerAdministration servers, PermissionEngine permissions,
            ConfigurationVersions versions, InstantSource clock) {
        this.tokens = tokens;
        this.verifier = verifier;
        this.catalog = catalog;
        this.servers = servers;
        this.permissions = permissions;
        this.versions = versions;
        this.clock = clock;
    }

    /** Tries the rest of the way with a token as the person's approval would bring it. */
    void examine(RequestSteps.Wanted wanted, User user, Findings findings) {
        AccessTokenClaims claims = new AccessTokenClaims(
                user.id(), user.username(), wanted.client().id(), NO_CONNECTION, wanted.resource(),
                wanted.scopes().stream().map(OAuthScope::value).collect(Collectors.toSet()),
                clock.instant().plus(wanted.client().policy().accessTokenLifetime()));
        Optional<VerifiedToken> token = verifier.verify(tokens.issue(claims));
        if (token.isEmpty()) {
            findings.failed(
                    Step.TOKEN, "A token was signed and does not pass the check of tokens.",
                    "See the signing keys in the operator's guide, and whether the nodes' clocks agree.");
            return;
        }
        tokenGood(wanted, findings);
        AccessTokenClaims said = token.get().claims();
        long version = versions.current(Topic.ACCESS);
        Caller caller = new Caller(said.userId(), said.username(), said.clientId(), said.grantId(), said.resource(), said.scopes(), version);
        try {
            McpServer server = catalog.require(caller, wanted.server());
            findings.passed(Step.ACTIVATION, "The server is active, and the token was made for it.");
            tools(server, wanted.client(), findings);
        } catch (ProblemException e) {
            findings.failed(Step.ACTIVATION, e.problem().message(), "Activate the server under MCP servers, or allow the app scopes that fit its tools.");
            return;
        }
        permission(caller, wanted, findings);
    }

    private static void tokenGood(RequestSteps.Wanted wanted, Findings findings) {
        RegisteredClient client = wanted.client();
        String good = "A token was signed and checked; it opens " + wanted.resource() + " and nothing else.";
        boolean lasts = wanted.scopes().contains(OAuthScope.REFRESH_TOKEN) && client.policy().refreshTokens().refreshable();
        if (lasts) {
            findings.passed(Step.TOKEN, good);
        } else {
            findings.noted(
                    Step.TOKEN, good + " There is no refresh token, so the person connects again after " + client.policy().accessTokenLifetime().toMinutes() + " minutes.",
                    "To let connections last, allow the app the scope refresh_token and let its refresh tokens live.");
        }
    }

    private void tools(McpServer server, RegisteredClient client, Findings findings) {
        List<String> visible = server.visibleTools().stream().map(ToolDefinition::name).toList();
        List<OfferedTool> missing = servers.all().stream()
                .filter(it -> it.name().equals(server.name()))
                .map(ServerSettings::tools)
                .flatMap(List::stream)
                .filter(tool -> !visible.contains(tool.name()))
                .toList();
        String sees = visible.isEmpty() ? "The agent sees no tool." : "The agent sees: " + String.join(", ", visible) + ".";
        if (missing.isEmpty() && !visible.isEmpty()) {
            findings.passed(Step.TOOLS, sees);
            return;
        }
        String left = missing.stream()
                .map(tool -> tool.name() + (client.servers().includes(server.name(), tool.name()) ? " (needs the scope " + tool.scope() + ")" : " (not in the app's list)"))
                .collect(Collectors.joining(", "));
        String all = left.isEmpty() ? sees : sees + " It does not see: " + left + ".";
        String advice = "Change the scopes or the list of tools of the app, if the agent should see more.";
        if (visible.isEmpty()) {
            findings.failed(Step.TOOLS, all, advice);
        } else {
            findings.noted(Step.TOOLS, all, advice);
        }
    }

    private void permission(Caller caller, RequestSteps.Wanted wanted, Findings findings) {
        List<String> readable = permissions.access(caller).readableObjects();
        Set<String> own = Set.copyOf(permissions.access(caller.userId(), caller.accessVersion()).readableObjects());
        if (!readable.isEmpty()) {
            findings.passed(Step.PERMISSION, "Objects that can be read: " + String.join(", ", readable) + ". Which records is for Access explanation to say.");
        } else if (own.isEmpty()) {
            findings.failed(
                    Step.PERMISSION, "The person may read no object, so every query is refused.", "Assign the person a permission set that grants objects, under Users.");
        } else {
            findings.failed(
                    Step.PERMISSION, "The person may read objects, but ceilings over the app or the server take all of them away.",
                    "Change the ceilings of " + wanted.client().id() + " or " + wanted.server() + ".");
        }
    }
}
