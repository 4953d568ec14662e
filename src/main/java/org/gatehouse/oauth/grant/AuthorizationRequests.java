package org.gatehouse.oauth.grant;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.OIDCError;
import com.nimbusds.openid.connect.sdk.Prompt;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gatehouse.identity.SignedInUser;
import org.gatehouse.oauth.client.RegisteredClient;
import org.gatehouse.oauth.client.UsableClients;
import org.gatehouse.oauth.grant.PendingAuthorization.Asking;
import org.gatehouse.oauth.token.ResourceIndicators;
import org.gatehouse.permission.ProfileAssurance;
import org.jspecify.annotations.Nullable;

/** Examines authorization requests (RFC 6749 section 4.1.1) before anybody is asked anything. */
@Singleton
public class AuthorizationRequests {
    private static final String UNKNOWN_CLIENT =
            "The application that sent you here is not known, or an administrator has switched it off. Ask your administrator.";
    private static final String WAITING_CLIENT =
            "The application that sent you here has registered itself and waits for an administrator. Ask your administrator to approve it.";
    private static final String UNKNOWN_REDIRECT =
            "The application that sent you here wants a redirect to an address that is not registered for it. Ask your administrator.";

    /** What is read; RFC 6749 section 3.1: the server "MUST ignore unrecognized request parameters". */
    private static final Set<String> READ = Set.of(
            "client_id", "redirect_uri", "response_type", "scope", "code_challenge", "code_challenge_method", "resource", "prompt");

    /** A SHA-256 hash in base64url without padding (RFC 7636 section 4.2) always has this length. */
    private static final Pattern S256 = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final UsableClients clients;
    private final ResourceIndicators resources;
    private final AuthorizationResponses responses;
    private final ProfileAssurance profiles;
    private final InstantSource clock;

    @Inject
    AuthorizationRequests(
            UsableClients clients, ResourceIndicators resources, AuthorizationResponses responses, ProfileAssurance profiles, InstantSource clock) {
        this.clients = clients;
        this.resources = resources;
        this.responses = responses;
        this.profiles = profiles;
        this.clock = clock;
    }

    /**
     * What happens next.
     *
     * @param parameters the request's parameters without empty ones, which count as omitted (RFC 6749 section 3.1)
     * @param user who the browser's session belongs to
     */
    public AuthorizationAnswer examine(Map<String, List<String>> parameters, Optional<SignedInUser> user) {
        Optional<RegisteredClient> client = single(parameters, "client_id").flatMap(clients::find);
        if (client.isEmpty()) {
            boolean waiting = single(parameters, "client_id").filter(clients::awaitsApproval).isPresent();
            return new AuthorizationAnswer.Shown(waiting ? WAITING_CLIENT : UNKNOWN_CLIENT);
        }
        Optional<String> redirectUri = single(parameters, "redirect_uri").filter(client.get()::redirectsTo);
        if (redirectUri.isEmpty()) {
            return new AuthorizationAnswer.Shown(UNKNOWN_REDIRECT);
        }
        String state = single(parameters, "state").orElse(null);
        try {
            return next(examine(parameters, client.get(), redirectUri.get(), state), user, prompt(parameters));
        } catch (GeneralException e) {
            ErrorObject error = Optional.ofNullable(e.getErrorObject()).orElse(OAuth2Error.INVALID_REQUEST);
            return new AuthorizationAnswer.Redirected(responses.error(redirectUri.get(), state, error));
        }
    }

    private PendingAuthorization examine(
            Map<String, List<String>> parameters, RegisteredClient client, String redirectUri, @Nullable String state)
            throws GeneralException {
        refuseRepeated(parameters);
        refuseUnsupported(parameters);
        AuthorizationRequest request = parse(parameters);
        String resource = resources.find(Optional.ofNullable(request.getResources()).orElse(List.of()))
                .filter(url -> resources.mcpServer(url).filter(name -> !client.servers().includes(name)).isEmpty())
                .orElseThrow(() -> refuse(OAuth2Error.INVALID_TARGET, "Name one active server of this installation as resource."));
        return new PendingAuthorization(
                client.id(),
                redirectUri,
                state,
                resource,
                ScopeRequest.initial(request.getScope(), client.scopes()),
                codeChallenge(request),
                prompt(parameters).contains(Prompt.Type.LOGIN),
                client.policy().requiredAssurance(),
                asking(prompt(parameters)),
                clock.instant());
    }

    /** RFC 6749 section 3.1: "Request and response parameters MUST NOT be included more than once." */
    private static void refuseRepeated(Map<String, List<String>> parameters) throws GeneralException {
        // RFC 8707 section 2 lets a client repeat the resource; a token here opens one, so that is a wrong target.
        if (parameters.getOrDefault("resource", List.of()).size() > 1) {
            throw refuse(OAuth2Error.INVALID_TARGET, "Ask for one resource at a time.");
        }
        if (parameters.values().stream().anyMatch(values -> values.size() > 1)) {
            throw refuse(OAuth2Error.INVALID_REQUEST, "A parameter is repeated.");
        }
    }

    private static void refuseUnsupported(Map<String, List<String>> parameters) throws GeneralException {
        // OpenID Connect Core section 6: request objects are not supported, and nothing is fetched.
        if (parameters.containsKey("request")) {
            throw new GeneralException(OAuth2Error.REQUEST_NOT_SUPPORTED);
        }
        if (parameters.containsKey("request_uri")) {
            throw new GeneralException(OAuth2Error.REQUEST_URI_NOT_SUPPORTED);
        }
        if (!"code".equals(single(parameters, "response_type").orElse(null))) {
            throw refuse(OAuth2Error.UNSUPPORTED_RESPONSE_TYPE, "The only response_type is code.");
        }
        if (!"query".equals(single(parameters, "response_mode").orElse("query"))) {
            throw refuse(OAuth2Error.INVALID_REQUEST, "The only response_mode is query.");
        }
    }

    private static AuthorizationRequest parse(Map<String, List<String>> parameters) throws GeneralException {
        Map<String, List<String>> read = parameters.entrySet().stream()
                .filter(parameter -> READ.contains(parameter.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        try {
            return AuthorizationRequest.parse(read);
        } catch (IllegalArgumentException e) {
            throw new GeneralException("Not an authorization request", OAuth2Error.INVALID_REQUEST, e);
        }
    }

    /** PKCE is required of every client, and plain is no protection (RFC 9700 section 2.1.1, RFC 7636 section 4.2). */
    private static String codeChallenge(AuthorizationRequest request) throws GeneralException {
        CodeChallenge challenge = request.getCodeChallenge();
        if (challenge == null || !CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod())) {
            throw refuse(OAuth2Error.INVALID_REQUEST, "A code_challenge with code_challenge_method S256 is required.");
        }
        String value = challenge.getValue();
        if (!S256.matcher(value).matches()) {
            throw refuse(OAuth2Error.INVALID_REQUEST, "The code_challenge is not a SHA-256 hash in base64url.");
        }
        return value;
    }

    private static Prompt prompt(Map<String, List<String>> parameters) throws GeneralException {
        Optional<String> prompt = single(parameters, "prompt");
        return prompt.isPresent() ? Prompt.parse(prompt.get()) : new Prompt();
    }

    private static Asking asking(Prompt prompt) {
        if (prompt.contains(Prompt.Type.NONE)) {
            return Asking.NEVER;
        }
        return prompt.contains(Prompt.Type.CONSENT) ? Asking.ALWAYS : Asking.IF_NEW;
    }

    /** OpenID Connect Core section 3.1.2.1: with prompt=none, whoever would have to be asked something is an error. */
    private AuthorizationAnswer next(PendingAuthorization pending, Optional<SignedInUser> user, Prompt prompt) {
        boolean signedIn = user.filter(pending::accepts).filter(profiles::accepts).isPresent();
        if (!signedIn && prompt.contains(Prompt.Type.NONE)) {
            return new AuthorizationAnswer.Redirected(responses.error(pending, OIDCError.LOGIN_REQUIRED));
        }
        return signedIn ? new AuthorizationAnswer.AskConsent(pending) : new AuthorizationAnswer.SignIn(pending);
    }

    private static Optional<String> single(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    private static GeneralException refuse(ErrorObject error, String description) {
        return new GeneralException(error.setDescription(description));
    }
}
