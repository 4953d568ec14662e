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
import org.gatehouse.catalog.imported.ImportService;
import org.gatehouse.catalog.imported.ImportedService;
import org.gatehouse.catalog.imported.OfferedOperation;
import org.gatehouse.catalog.imported.ServicePreview;
import org.gatehouse.catalog.imported.ServiceSettings;
import org.gatehouse.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** REST services whose operations are tools that custom servers can offer. */
@Path("imported-services")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ImportedServicesEndpoint {
    @Inject
    ApiRequest request;

    @EJB
    AuditedCalls calls;

    @EJB
    ImportService services;

    @GET
    @Operation(summary = "All imported services with the tools that their operations are")
    public List<ImportedService> all() throws Exception {
        return calls.run(request.call("imported-service.list", "", services::all));
    }

    @GET
    @Path("{name}")
    @Operation(summary = "One imported service")
    public ImportedService one(@PathParam("name") String name) throws Exception {
        return calls.run(request.call("imported-service.read", name, () -> services.one(name)));
    }

    @GET
    @Path("{name}/description")
    @Operation(summary = "The OpenAPI description of an imported service, as it was given")
    public DescriptionText description(@PathParam("name") String name) throws Exception {
        return calls.run(request.call("imported-service.read", name, () -> new DescriptionText(services.description(name))));
    }

    @POST
    @Path("preview")
    @Operation(summary = "What an import of an OpenAPI description would give: operations, problems, warnings; changes nothing and fetches nothing")
    public ServicePreview preview(DescriptionText body) throws Exception {
        return calls.run(request.call("imported-service.preview", "", () -> services.preview(null, body.description())));
    }

    @POST
    @Path("{name}/preview")
    @Operation(summary = "What a new import of a service's description would change")
    public ServicePreview preview(@PathParam("name") String name, DescriptionText body) throws Exception {
        return calls.run(request.call("imported-service.preview", name, () -> services.preview(name, body.description())));
    }

    @POST
    @Operation(summary = "Imports a service from its OpenAPI description, which is given as text and never fetched")
    public Response create(Import body) throws Exception {
        String name = body.name() == null ? "" : body.name();
        ImportedService created =
                calls.run(request.call("imported-service.create", name, () -> services.create(name, body.settings(), request.caller().username())));
        return Response.status(Response.Status.CREATED).entity(created).build();
    }

    @PUT
    @Path("{name}")
    @Operation(summary = "Changes a service or imports its description anew; names the version it was read at. A tool that a published server offers cannot go")
    public ImportedService edit(@PathParam("name") String name, Import body) throws Exception {
        return calls.run(request.call("imported-service.edit", name, () -> services.edit(name, body.at(), body.settings(), request.caller().username())));
    }

    @DELETE
    @Path("{name}")
    @Operation(summary = "Deletes a service whose tools no published server offers; names the version it was read at")
    public void delete(@PathParam("name") String name, @QueryParam("version") int version) throws Exception {
        calls.run(request.call("imported-service.delete", name, () -> {
            services.delete(name, version);
            return name;
        }));
    }

    /** An OpenAPI description, as text. */
    public record DescriptionText(@Nullable String description) implements LargeBody {}

    /**
     * What is imported.
     *
     * @param name for a new service
     * @param version the version that was read, for a change
     */
    public record Import(
            @Nullable String name, @Nullable Integer version, @Nullable String baseUrl, @Nullable String audience, @Nullable String description,
            @Nullable List<OfferedOperation> operations)
            implements LargeBody {
        int at() {
            if (version == null) {
                throw Violations.one("/version", "name the version that you read");
            }
            return version;
        }

        ServiceSettings settings() {
            return new ServiceSettings(baseUrl, audience, description, operations == null ? List.of() : operations);
        }
    }
}
