package org.gatehouse.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gatehouse.audit.AuditedCalls;
import org.gatehouse.oauth.client.ClientAdministration;
import org.gatehouse.oauth.client.ClientPreset;
import org.gatehouse.oauth.client.ClientSettings;
import org.gatehouse.oauth.grant.ConnectionService;
import org.gatehouse.oauth.grant.RevocationTarget;
import org.gatehouse.oauth.registration.RegistrationService;
import org.gatehouse.oauth.registration.WaitingClient;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** External client apps and their policies. */
@Path("clients")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ClientsEndpoint {
    @Inject
    ApiRequest request;

    @EJB
    AuditedCalls calls;

    @EJB
    ClientAdministration clients;

    @EJB
    ConnectionService connections;

    @EJB
    RegistrationService registrations;

    @GET
    @Operation(summary = "All clients with their policies")
    public List<ClientSettings> all() throws Exception {
        return calls.run(request.call("client.list", "", clients::all));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One client")
    public ClientSettings one(@PathParam("id") String id) throws Exception {
        return calls.run(request.call("client.read", id, () -> clients.require(id)));
    }

    @GET
    @Path("presets")
    @Operation(summary = "What is known of agents that many people use, as a start for a new client")
    public List<ClientPreset> presets() {
        return ClientPreset.ALL;
    }

    @GET
    @Path("waiting")
    @Operation(summary = "The clients that registered themselves and wait for an administrator, the oldest first")
    public List<Waiting> waiting() throws Exception {
        return calls.run(request.call("client.list-waiting", "", () -> registrations.waiting().stream().map(Waiting::of).toList()));
    }

    @POST
    @Path("{id}/approve")
    @Operation(summary = "Lets in a client that registered itself and waits")
    public ClientSettings approve(@PathParam("id") String id) throws Exception {
        return calls.run(request.call("client.approve", id, () -> {
            if (!registrations.approve(id)) {
                throw new ProblemException(new Problem.NotFound(Problem.Thing.CLIENT, id, "No client of this id waits for approval."));
            }
            return clients.require(id);
        }));
    }

    @POST
    @Operation(summary = "Adds a client")
    public Response create(ClientSettings settings) throws Exception {
        ClientSettings created = calls.run(request.call("client.create", String.valueOf(settings.clientId()), () -> clients.create(settings)));
        return Response.status(Response.Status.CREATED).entity(created).build();
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Replaces a client's settings; names the version they were read at")
    public ClientSettings update(@PathParam("id") String id, ClientSettings settings) throws Exception {
        return calls.run(request.call("client.update", id, () -> clients.update(id, settings)));
    }

    @POST
    @Path("{id}/secrets")
    @Operation(summary = "Makes a new secret, shown this once; the ones before stay good for the overlap")
    public Secret rotate(@PathParam("id") String id, @QueryParam("overlapHours") int overlapHours) throws Exception {
        return calls.run(
                request.call("client.secret", id, () -> new Secret(clients.rotateSecret(id, Duration.ofHours(overlapHours)))));
    }

    @GET
    @Path("{id}/introspected-resources")
    @Operation(summary = "About the tokens of which resources the client may ask at the introspection endpoint (RFC 7662)")
    public List<String> introspects(@PathParam("id") String id) throws Exception {
        return calls.run(request.call("client.read-introspects", id, () -> clients.introspects(id)));
    }

    @PUT
    @Path("{id}/introspected-resources")
    @Operation(summary = "Replaces the list of resources about whose tokens the client may ask; empty for none")
    public List<String> setIntrospects(@PathParam("id") String id, List<String> resources) throws Exception {
        return calls.run(request.call("client.introspects", id, () -> clients.setIntrospects(id, resources)));
    }

    @POST
    @Path("{id}/block")
    @Operation(summary = "Blocks a client and ends all its connections, at once")
    public ClientSettings block(@PathParam("id") String id) throws Exception {
        return calls.run(request.call("client.block", id, () -> {
            clients.block(id);
            connections.endAll(new RevocationTarget.OfClient(id), request.caller().username());
            return clients.require(id);
        }));
    }

    @POST
    @Path("{id}/unblock")
    @Operation(summary = "Lets a blocked client be used again; ended connections stay ended")
    public ClientSettings unblock(@PathParam("id") String id) throws Exception {
        return calls.run(request.call("client.unblock", id, () -> {
            clients.unblock(id);
            return clients.require(id);
        }));
    }

    /** A client that waits; the moment is in ISO 8601. */
    public record Waiting(String id, String label, String address, String registeredAt) {
        static Waiting of(WaitingClient it) {
            return new Waiting(it.id(), it.label(), it.address(), it.registeredAt().toString());
        }
    }

    /** A secret in clear, which only its first reader ever sees. */
    public record Secret(String secret) {
        /** Keeps it out of logs. */
        @Override
        public String toString() {
            return "Secret[…]";
        }
    }
}
