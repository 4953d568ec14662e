package org.gatehouse.catalog.doctor;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.identity.Assurance;
import org.gatehouse.oauth.endpoint.FormParameters;
import org.gatehouse.platform.network.ClientAddress;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Which connection an administrator asks about.
 *
 * @param clientId the app
 * @param username the person; without one, what depends on the person is not tried
 * @param server the name of the MCP server; without one, the first that the app can reach is tried
 * @param redirectUri where the agent wants its code; without one, every registered one is tried
 * @param address where the person and the agent are
 * @param assurance how surely the person is recognised
 * @param request the parameters of an authorization request that an agent really made; empty for the one that an agent usually makes
 */
public record ConnectionQuestion(
        String clientId,
        Optional<String> username,
        Optional<String> server,
        Optional<String> redirectUri,
        Optional<ClientAddress> address,
        Assurance assurance,
        Map<String, List<String>> request) {
    private static final String CLIENT = "client_id";
    private static final String REDIRECT_URI = "redirect_uri";

    public ConnectionQuestion {
        request = Map.copyOf(request);
    }

    /**
     * The question as somebody typed it.
     *
     * @param opened the address that the agent opened in the browser; what it says counts before the rest
     * @throws ProblemException invalid arguments if no app is named, or if an address is none
     */
    public static ConnectionQuestion of(
            @Nullable String client, @Nullable String username, @Nullable String server, @Nullable String redirectUri, @Nullable String address,
            boolean secondFactor, @Nullable String opened) {
        Map<String, List<String>> request = text(opened).map(ConnectionQuestion::parameters).orElse(Map.of());
        String clientId = first(request, CLIENT).or(() -> text(client)).orElseThrow(() -> invalid("/client", "name the app, or give the address that it opened"));
        Optional<ClientAddress> where = text(address)
                .map(it -> ClientAddress.parse(it).orElseThrow(() -> invalid("/address", "this is no IP address")));
        return new ConnectionQuestion(
                clientId, text(username), text(server), first(request, REDIRECT_URI).or(() -> text(redirectUri)), where,
                secondFactor ? Assurance.HIGH : Assurance.STANDARD, request);
    }

    private static Optional<String> text(@Nullable String typed) {
        return Optional.ofNullable(typed).map(String::strip).filter(it -> !it.isEmpty());
    }

    private static Optional<String> first(Map<String, List<String>> request, String name) {
        return request.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static Map<String, List<String>> parameters(String opened) {
        try {
            String query = new URI(opened).getRawQuery();
            return query == null ? Map.of() : FormParameters.parse(query);
        } catch (URISyntaxException | FormParameters.Malformed e) {
            throw invalid("/opened", "this is no address of an authorization request; copy it from the browser as a whole");
        }
    }

    private static ProblemException invalid(String place, String message) {
        return new ProblemException(new Problem.InvalidArguments("The question is not complete.", List.of(new Problem.Violation(place, message))));
    }
}
