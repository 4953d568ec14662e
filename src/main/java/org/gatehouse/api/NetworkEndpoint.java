package org.gatehouse.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gatehouse.audit.AuditedCalls;
import org.gatehouse.identity.network.NetworkAdministration;
import org.gatehouse.identity.network.NetworkSettings.Everybody;
import org.gatehouse.identity.network.NetworkSettings.Profile;

/** Network access: the organisation's settings, and each profile's login ranges and hours. */
@Path("network")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class NetworkEndpoint {
    @Inject
    ApiRequest request;

    @EJB
    AuditedCalls calls;

    @EJB
    NetworkAdministration network;

    @GET
    @Path("organization")
    @Operation(summary = "What holds for everybody")
    public Everybody everybody() throws Exception {
        return calls.run(request.call("organization.read", "", network::everybody));
    }

    @PUT
    @Path("organization")
    @Operation(summary = "Replaces what holds for everybody; names the version it was read at")
    public Everybody update(Everybody settings) throws Exception {
        return calls.run(request.call("organization.update", "", () -> network.update(settings)));
    }

    @GET
    @Path("profiles/{name}")
    @Operation(summary = "A profile's login ranges and hours")
    public Profile profile(@PathParam("name") String name) throws Exception {
        return calls.run(request.call("profile.network.read", name, () -> network.profile(name)));
    }

    @PUT
    @Path("profiles/{name}")
    @Operation(summary = "Replaces a profile's login ranges and hours; needs confirm=true where that shuts out who does it")
    public Profile update(@PathParam("name") String name, @QueryParam("confirm") boolean confirm, Profile settings) throws Exception {
        return calls.run(request.call(
                "profile.network.update", name,
                () -> network.update(name, settings, request.caller().userId(), request.address(), confirm)));
    }
}
