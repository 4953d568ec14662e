package org.gatehouse.oauth.endpoint;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.identity.Sessions;
import org.gatehouse.identity.SignedInUser;
import org.gatehouse.oauth.grant.Approver;
import org.gatehouse.oauth.grant.AuthorizationAnswer;
import org.gatehouse.oauth.grant.AuthorizationRequests;
import org.gatehouse.oauth.grant.AuthorizationService;
import org.gatehouse.oauth.grant.PendingAuthorization;
import org.gatehouse.oauth.grant.PendingAuthorizations;
import org.gatehouse.oauth.registration.DescribedClients;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.network.ClientAddresses;
import org.jspecify.annotations.Nullable;

/** The authorization endpoint (RFC 6749 section 3.1): sends the browser to a page or back to the client. */
@ApplicationScoped
@Path("authorize")
public class AuthorizationEndpoint {
    /** The request attribute in which the error page finds a message for the person. */
    public static final String MESSAGE = "gatehouse.message";

    @Inject
    DescribedClients described;

    @Inject
    AuthorizationRequests requests;

    @EJB
    AuthorizationService authorizations;

    @Inject
    ClientAddresses addresses;

    @Inject
    Sessions sessions;

    @Inject
    Deployment deployment;

    @GET
    public @Nullable Response authorize(@Context HttpServletRequest request, @Context HttpServletResponse response) throws IOException {
        Optional<SignedInUser> user = SignedInUser.of(request.getSession(false)).filter(signedIn -> sessions.person(signedIn).isPresent());
        return switch (examine(request, user)) {
            case AuthorizationAnswer.Shown(var message) -> {
                request.setAttribute(MESSAGE, message);
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
                yield null;
            }
            case AuthorizationAnswer.Redirected(var location) -> Response.seeOther(location).build();
            case AuthorizationAnswer.SignIn(var pending) -> Response.seeOther(page("/login", pending, request.getSession())).build();
            case AuthorizationAnswer.AskConsent(var pending) ->
                Response.seeOther(unasked(pending, user, request).orElseGet(() -> page("/consent", pending, request.getSession()))).build();
        };
    }

    private Optional<URI> unasked(PendingAuthorization pending, Optional<SignedInUser> user, HttpServletRequest request) {
        return user.flatMap(person ->
                authorizations.unasked(pending, new Approver(person.userId(), person.assurance(), addresses.of(request))));
    }

    private AuthorizationAnswer examine(HttpServletRequest request, Optional<SignedInUser> user) {
        String query = request.getQueryString();
        try {
            Map<String, List<String>> parameters = query == null ? Map.of() : FormParameters.parse(query);
            parameters.getOrDefault("client_id", List.of()).stream().findFirst()
                    .ifPresent(id -> described.beforeAuthorization(id, addresses.of(request)));
            return requests.examine(parameters, user);
        } catch (FormParameters.Malformed e) {
            return new AuthorizationAnswer.Shown("The application that sent you here made a request that cannot be read.");
        }
    }

    private URI page(String path, PendingAuthorization pending, HttpSession session) {
        PendingAuthorizations waiting = PendingAuthorizations.of(session);
        String id = waiting.add(pending);
        waiting.keepIn(session);
        return URI.create(deployment.url(path + "?request=" + id));
    }
}
