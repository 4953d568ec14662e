package org.gatehouse.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gatehouse.audit.AuditedCalls;
import org.gatehouse.catalog.ServerAdministration;
import org.gatehouse.oauth.client.ClientAdministration;
import org.gatehouse.permission.ceiling.CeilingService;
import org.gatehouse.permission.ceiling.CeilingSettings;
import org.gatehouse.permission.ceiling.CeilingSubject;
import org.gatehouse.permission.ceiling.CeilingSubject.Kind;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** The most that anybody may do through one client, or at one MCP server: objects, fields, records, and masks over values. */
@Path("ceilings")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CeilingsEndpoint {
    @Inject
    ApiRequest request;

    @EJB
    AuditedCalls calls;

    @EJB
    CeilingService ceilings;

    @EJB
    ClientAdministration clients;

    @EJB
    ServerAdministration servers;

    @GET
    @Path("clients/{id}")
    @Operation(summary = "The ceiling over a client; not found where nothing narrows it")
    public CeilingSettings ofClient(@PathParam("id") String id) throws Exception {
        return read(new CeilingSubject(Kind.CLIENT, id));
    }

    @PUT
    @Path("clients/{id}")
    @Operation(
            summary = "Makes or replaces the ceiling over a client; a change names the version it was read at",
            description = "An object that the ceiling does not name is hidden from every agent that uses the client.")
    public CeilingSettings saveOfClient(@PathParam("id") String id, CeilingSettings settings) throws Exception {
        return save(new CeilingSubject(Kind.CLIENT, id), settings);
    }

    @DELETE
    @Path("clients/{id}")
    @Operation(summary = "Takes the ceiling over a client away; names the version it was read at")
    public void deleteOfClient(@PathParam("id") String id, @QueryParam("version") int version) throws Exception {
        delete(new CeilingSubject(Kind.CLIENT, id), version);
    }

    @GET
    @Path("servers/{name:.+}")
    @Operation(summary = "The ceiling over an MCP server; not found where nothing narrows it")
    public CeilingSettings ofServer(@PathParam("name") String name) throws Exception {
        return read(new CeilingSubject(Kind.SERVER, name));
    }

    @PUT
    @Path("servers/{name:.+}")
    @Operation(summary = "Makes or replaces the ceiling over an MCP server; a change names the version it was read at")
    public CeilingSettings saveOfServer(@PathParam("name") String name, CeilingSettings settings) throws Exception {
        return save(new CeilingSubject(Kind.SERVER, name), settings);
    }

    @DELETE
    @Path("servers/{name:.+}")
    @Operation(summary = "Takes the ceiling over an MCP server away; names the version it was read at")
    public void deleteOfServer(@PathParam("name") String name, @QueryParam("version") int version) throws Exception {
        delete(new CeilingSubject(Kind.SERVER, name), version);
    }

    private CeilingSettings read(CeilingSubject subject) throws Exception {
        return calls.run(request.call("ceiling.read", subject.name(), () -> present(subject)));
    }

    private CeilingSettings save(CeilingSubject subject, CeilingSettings settings) throws Exception {
        return calls.run(request.call("ceiling.save", subject.name(), () -> {
            requireSubject(subject);
            ceilings.save(subject, settings);
            return present(subject);
        }));
    }

    private void delete(CeilingSubject subject, int version) throws Exception {
        calls.run(request.call("ceiling.delete", subject.name(), () -> {
            ceilings.delete(subject, version);
            return subject.name();
        }));
    }

    private CeilingSettings present(CeilingSubject subject) {
        return ceilings.find(subject).orElseThrow(() -> new ProblemException(
                new Problem.NotFound(Problem.Thing.RULE, subject.name(), "There is no ceiling here: nothing is narrowed.")));
    }

    /** A ceiling over a name that nobody has would narrow nothing, and its author would think that it does. */
    private void requireSubject(CeilingSubject subject) {
        switch (subject.kind()) {
            case CLIENT -> clients.require(subject.name());
            case SERVER -> {
                if (!servers.exists(subject.name())) {
                    throw new ProblemException(new Problem.NotFound(Problem.Thing.SERVER, subject.name(), "There is no server of this name."));
                }
            }
        }
    }
}
