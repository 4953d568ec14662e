package org.gatehouse.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gatehouse.audit.AuditedCalls;
import org.gatehouse.metadata.design.ObjectService;
import org.gatehouse.metadata.design.Retired;
import org.gatehouse.metadata.mapping.MappingService;
import org.gatehouse.metadata.mapping.MappingStore;
import org.gatehouse.metadata.mapping.Proposal;
import org.gatehouse.metadata.mapping.TableName;

/** The tables under objects: those of other programs that can be mapped, and Gatehouse's own that no object names any more. */
@Path("tables")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ObjectTablesEndpoint {
    @Inject
    ApiRequest request;

    @EJB
    AuditedCalls calls;

    @EJB
    MappingService mapping;

    @EJB
    ObjectService objects;

    @GET
    @Operation(summary = "The tables and views of other programs in the same database")
    public List<TableName> tables() throws Exception {
        return calls.run(request.call("table.list", "", mapping::tables));
    }

    @GET
    @Path("{table}/proposal")
    @Operation(
            summary = "What would become of a table, named with its schema: settings to change and to post to /objects",
            description = "The proposal is private and read-only until you open it. It says which columns no field can stand for.")
    public Proposal propose(@PathParam("table") String table) throws Exception {
        return calls.run(request.call("table.propose", table, () -> mapping.propose(table)));
    }

    @POST
    @Path("check")
    @Operation(summary = "Compares mapped objects with their tables, and takes out of use, or into use again, those that differ from before")
    public List<MappingStore.Checked> check() throws Exception {
        return calls.run(request.call("table.check", "", mapping::check));
    }

    @GET
    @Path("retired")
    @Operation(summary = "Tables and columns of deleted objects and fields, with their data, the oldest first")
    public List<Retired> retired() throws Exception {
        return calls.run(request.call("table.list-retired", "", objects::retired));
    }

    @DELETE
    @Path("retired/{id}")
    @Operation(summary = "Drops a retired table or column with its data, for good")
    public void purge(@PathParam("id") String id) throws Exception {
        calls.run(request.call("table.purge", id, () -> {
            objects.purge(id);
            return id;
        }));
    }
}
