package org.gatehouse.api;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gatehouse.audit.AuditedCalls;
import org.gatehouse.identity.external.ExternalProvider;
import org.gatehouse.identity.external.ExternalProviderService;
import org.gatehouse.identity.external.FirstSignIn;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.Problem.Violation;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The OpenID providers that people may sign in by, and who is whom there. */
@Path("providers")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ProvidersEndpoint {
    @Inject
    ApiRequest request;

    @EJB
    AuditedCalls calls;

    @EJB
    ExternalProviderService providers;

    @GET
    @Operation(summary = "All providers, without their secrets")
    public List<Provider> all() throws Exception {
        return calls.run(request.call("provider.list", "", () -> providers.all().stream().map(Provider::of).toList()));
    }

    @PUT
    @Path("{name}")
    @Operation(summary = "Adds or replaces a provider; its secret is written and never read")
    public void save(@PathParam("name") String name, Settings settings) throws Exception {
        ExternalProvider provider = settings.parse(name);
        calls.run(request.call("provider.save", name, () -> {
            providers.save(provider);
            return name;
        }));
    }

    @DELETE
    @Path("{name}")
    @Operation(summary = "Removes a provider; who is whom there stays")
    public void remove(@PathParam("name") String name) throws Exception {
        calls.run(request.call("provider.remove", name, () -> {
            providers.remove(name);
            return name;
        }));
    }

    @POST
    @Path("links")
    @Operation(summary = "Says who somebody at an issuer is here")
    public void link(Link link) throws Exception {
        calls.run(request.call("provider.link", link.userId(), () -> {
            if (!providers.link(link.issuer(), link.subject(), link.userId())) {
                throw new ProblemException(new Problem.Conflict("The person, or the subject, is linked already."));
            }
            return true;
        }));
    }

    @DELETE
    @Path("links")
    @Operation(summary = "Ends a person's link to an issuer")
    public void unlink(@QueryParam("issuer") String issuer, @QueryParam("user") String userId) throws Exception {
        calls.run(request.call("provider.unlink", userId, () -> {
            providers.unlink(issuer, userId);
            return true;
        }));
    }

    /** A provider as it is read: without its secret. */
    public record Provider(
            String name, String label, boolean enabled, String issuer, String clientId, List<String> scopes, String firstSignIn,
            @Nullable String usernameClaim) {
        static Provider of(ExternalProvider it) {
            String firstSignIn = switch (it.firstSignIn()) {
                case FirstSignIn.LinkedOnly() -> "LinkedOnly";
                case FirstSignIn.VerifiedEmail() -> "VerifiedEmail";
                case FirstSignIn.Username(var ignored) -> "Username";
            };
            return new Provider(
                    it.name(), it.label(), it.enabled(), it.issuer().getValue(), it.clientId().getValue(), it.scopes().toStringList(), firstSignIn,
                    it.firstSignIn() instanceof FirstSignIn.Username(var claim) ? claim : null);
        }
    }

    /** Who somebody at an issuer is here. */
    public record Link(String issuer, String subject, String userId) {}

    /**
     * A provider.
     *
     * @param firstSignIn {@code LinkedOnly}, {@code VerifiedEmail} or {@code Username}
     * @param usernameClaim the claim that holds the user name, for {@code Username}
     */
    public record Settings(
            String label, boolean enabled, String issuer, String clientId, String clientSecret, List<String> scopes, String firstSignIn,
            @Nullable String usernameClaim) {
        ExternalProvider parse(String name) {
            try {
                return new ExternalProvider(
                        name, label, enabled, new Issuer(issuer), new ClientID(clientId), new Secret(clientSecret),
                        new Scope(scopes.toArray(String[]::new)), first());
            } catch (IllegalArgumentException | NullPointerException e) {
                throw refuse("Label, issuer (https), clientId, clientSecret, scopes with openid, and firstSignIn are required.");
            }
        }

        private FirstSignIn first() {
            return switch (firstSignIn) {
                case "LinkedOnly" -> new FirstSignIn.LinkedOnly();
                case "VerifiedEmail" -> new FirstSignIn.VerifiedEmail();
                case "Username" -> {
                    if (usernameClaim == null || usernameClaim.isBlank()) {
                        throw refuse("Username needs the name of a claim in usernameClaim.");
                    }
                    yield new FirstSignIn.Username(usernameClaim);
                }
                default -> throw refuse("firstSignIn is LinkedOnly, VerifiedEmail or Username.");
            };
        }

        private static ProblemException refuse(String message) {
            return new ProblemException(
                    new Problem.InvalidArguments("The settings are not right.", List.of(new Violation("", message))));
        }

        /** Keeps the secret out of logs. */
        @Override
        public String toString() {
            return "Settings[" + label + ", " + issuer + "]";
        }
    }
}
