package org.gatehouse.api;

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
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gatehouse.audit.AuditedCalls;
import org.gatehouse.metadata.design.FieldSettings;
import org.gatehouse.metadata.design.ObjectService;
import org.gatehouse.metadata.design.ObjectSettings;
import org.gatehouse.metadata.mapping.MappingService;

/** Objects and their fields. A change holds from the next request on; nobody reads what is new until permissions are granted. */
@Path("objects")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ObjectsEndpoint {
    @Inject
    ApiRequest request;

    @EJB
    AuditedCalls calls;

    @EJB
    ObjectService objects;

    @EJB
    MappingService mapping;

    @GET
    @Operation(summary = "All objects with their fields, those included that are out of use because their table has changed")
    public List<ObjectSettings> all() throws Exception {
        return calls.run(request.call("object.list", "", objects::all));
    }

    @GET
    @Path("{object}")
    @Operation(summary = "One object with its fields")
    public ObjectSettings one(@PathParam("object") String object) throws Exception {
        return calls.run(request.call("object.read", object, () -> objects.one(object)));
    }

    @POST
    @Operation(
            summary = "Makes an object with a table of its own, or maps the table or view that the settings name",
            description = "To map a table, begin with its proposal under /tables.")
    public Response create(ObjectSettings settings) throws Exception {
        ObjectSettings created = calls.run(request.call(
                "object.create", settings.name(), () -> settings.table() == null ? objects.create(settings) : mapping.create(settings)));
        return Response.status(Response.Status.CREATED).entity(created).build();
    }

    @PUT
    @Path("{object}")
    @Operation(summary = "Changes what is said of an object; names the version it was read at. Its fields are changed one by one")
    public ObjectSettings change(@PathParam("object") String object, ObjectSettings settings) throws Exception {
        return calls.run(request.call("object.update", object, () -> objects.change(object, settings)));
    }

    @DELETE
    @Path("{object}")
    @Operation(
            summary = "Deletes an object that nothing else names; names the version it was read at",
            description = "Its own table is retired with its records and can be purged later. A mapped table is left alone: the object is only"
                    + " taken out of use.")
    public void delete(@PathParam("object") String object, @QueryParam("version") int version) throws Exception {
        calls.run(request.call("object.delete", object, () -> {
            objects.delete(object, version);
            return object;
        }));
    }

    @POST
    @Path("{object}/fields")
    @Operation(summary = "Adds a field, granted to the permission sets that it names; names the version of the object it was read at")
    public Response addField(@PathParam("object") String object, FieldSettings field) throws Exception {
        ObjectSettings changed =
                calls.run(request.call("field.create", object + "." + field.name(), () -> objects.addField(object, field)));
        return Response.status(Response.Status.CREATED).entity(changed).build();
    }

    @PUT
    @Path("{object}/fields/{field}")
    @Operation(summary = "Changes a field, which keeps its name and its type; names the version of the object it was read at")
    public ObjectSettings changeField(@PathParam("object") String object, @PathParam("field") String name, FieldSettings field) throws Exception {
        return calls.run(request.call("field.update", object + "." + name, () -> objects.changeField(object, name, field)));
    }

    @DELETE
    @Path("{object}/fields/{field}")
    @Operation(
            summary = "Deletes a field that nothing else names; names the version of the object it was read at",
            description = "Its column is retired with its values and can be purged later.")
    public ObjectSettings deleteField(
            @PathParam("object") String object, @PathParam("field") String field, @QueryParam("version") int version) throws Exception {
        return calls.run(
                request.call("field.delete", object + "." + field, () -> objects.deleteField(object, field, version)));
    }
}
