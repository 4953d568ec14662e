package org.gatehouse.catalog.doctor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.oauth.client.RegisteredClient;
import org.gatehouse.oauth.grant.AuthorizationAnswer;
import org.gatehouse.oauth.grant.AuthorizationRequests;
import org.gatehouse.oauth.grant.PendingAuthorization;
import org.gatehouse.oauth.token.OAuthScope;

/** Puts an authorization request to the authorization server's own examination, and reads its answer. */
final class RequestReplay {
    /** RFC 7636 appendix B. */
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private static final String SCOPE = "scope";

    private final AuthorizationRequests requests;

    RequestReplay(AuthorizationRequests requests) {
        this.requests = requests;
    }

    /**
     * What the person would be asked for.
     *
     * @param own what an agent really sent; empty for what agents usually send
     */
    Optional<PendingAuthorization> examine(
            RegisteredClient client, Map<String, List<String>> own, String redirectUri, String resource, Findings findings) {
        if (!own.isEmpty()) {
            return told(requests.examine(own, Optional.empty()), client, findings);
        }
        // What the challenge of every MCP server names, so what an agent asks for that was not told otherwise.
        Map<String, List<String>> usual = usual(client, redirectUri, resource, OAuthScope.MCP_API.value());
        AuthorizationAnswer answer = requests.examine(usual, Optional.empty());
        String allowed = OAuthScope.join(client.scopes());
        if (Answer.of(answer).error().equals("invalid_scope") && !allowed.isEmpty()) {
            Optional<PendingAuthorization> pending = told(requests.examine(usual(client, redirectUri, resource, allowed), Optional.empty()), client, findings);
            pending.ifPresent(found -> findings.noted(
                    Step.SCOPES, "The app may not ask for mcp_api, which agents ask for unless they are told otherwise. It may ask for: " + allowed + ".",
                    "Set these scopes in the agent, or allow the app mcp_api."));
            return pending;
        }
        return told(answer, client, findings);
    }

    private static Map<String, List<String>> usual(RegisteredClient client, String redirectUri, String resource, String scope) {
        Map<String, List<String>> request = new LinkedHashMap<>();
        request.put("response_type", List.of("code"));
        request.put("client_id", List.of(client.id()));
        request.put("redirect_uri", List.of(redirectUri));
        request.put("resource", List.of(resource));
        request.put(SCOPE, List.of(client.scopes().contains(OAuthScope.REFRESH_TOKEN) && !scope.contains(OAuthScope.REFRESH_TOKEN.value())
                ? scope + " " + OAuthScope.REFRESH_TOKEN.value()
                : scope));
        request.put("code_challenge", List.of(CHALLENGE));
        request.put("code_challenge_method", List.of("S256"));
        return request;
    }

    private static Optional<PendingAuthorization> told(AuthorizationAnswer answer, RegisteredClient client, Findings findings) {
        Answer found = Answer.of(answer);
        if (found.pending().isPresent()) {
            PendingAuthorization pending = found.pending().get();
            findings.passed(Step.RESOURCE, "The request asks for " + pending.resource() + ", and the app may reach it.");
            findings.passed(Step.SCOPES, "The person is asked for: " + OAuthScope.join(pending.scopes()) + ".");
            findings.passed(Step.PKCE, "A code challenge by S256 is there. An agent that sends none, or plain, is refused.");
            return found.pending();
        }
        Step step = switch (found.error()) {
            case "invalid_target" -> Step.RESOURCE;
            case "invalid_scope" -> Step.SCOPES;
            default -> Step.PKCE;
        };
        String said = "The agent gets the error " + found.error() + ": " + found.description();
        findings.failed(step, said, switch (step) {
            case RESOURCE -> "The parameter resource has to be the URL of one active server that the app may reach. Activate it under MCP servers, or add it to the app.";
            case SCOPES -> "The app may ask for: " + OAuthScope.join(client.scopes()) + ". Allow it more, or have the agent ask for these.";
            default -> "The agent has to send response_type=code and a code_challenge with code_challenge_method=S256, each parameter once. Update it, or report this to its maker.";
        });
        return Optional.empty();
    }

    /** The answer of the authorization endpoint as an agent sees it. */
    private record Answer(Optional<PendingAuthorization> pending, String error, String description) {
        static Answer of(AuthorizationAnswer answer) {
            return switch (answer) {
                case AuthorizationAnswer.SignIn(var pending) -> new Answer(Optional.of(pending), "", "");
                case AuthorizationAnswer.AskConsent(var pending) -> new Answer(Optional.of(pending), "", "");
                case AuthorizationAnswer.Shown(var message) -> new Answer(Optional.empty(), "error page", message);
                case AuthorizationAnswer.Redirected(var location) -> {
                    Map<String, String> parameters = RedirectParameters.of(location);
                    yield new Answer(
                            Optional.empty(), parameters.getOrDefault("error", "unknown"), parameters.getOrDefault("error_description", "no description"));
                }
            };
        }
    }
}
