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
import org.gatehouse.metadata.validation.ValidationRule;
import org.gatehouse.metadata.validation.ValidationRuleService;

/** The validation rules of objects: formulas that say when a record is wrong. */
@Path("objects/{object}/validation-rules")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ValidationRulesEndpoint {
    @Inject
    ApiRequest request;

    @EJB
    AuditedCalls calls;

    @EJB
    ValidationRuleService rules;

    @GET
    @Operation(summary = "The rules of an object")
    public List<ValidationRule> all(@PathParam("object") String object) throws Exception {
        return calls.run(request.call("validation-rule.list", object, () -> rules.all(object)));
    }

    @POST
    @Operation(summary = "Makes a rule, which holds from the next request on; records that are there are not looked at")
    public Response create(@PathParam("object") String object, ValidationRule rule) throws Exception {
        ValidationRule created = calls.run(request.call("validation-rule.create", object + "." + rule.name(), () -> rules.create(object, rule)));
        return Response.status(Response.Status.CREATED).entity(created).build();
    }

    @PUT
    @Path("{rule}")
    @Operation(summary = "Changes a rule, which keeps its name; names the version it was read at")
    public ValidationRule change(@PathParam("object") String object, @PathParam("rule") String name, ValidationRule rule) throws Exception {
        return calls.run(request.call("validation-rule.update", object + "." + name, () -> rules.change(object, name, rule)));
    }

    @DELETE
    @Path("{rule}")
    @Operation(summary = "Deletes a rule; names the version it was read at")
    public void delete(@PathParam("object") String object, @PathParam("rule") String name, @QueryParam("version") int version) throws Exception {
        calls.run(request.call("validation-rule.delete", object + "." + name, () -> {
            rules.delete(object, name, version);
            return name;
        }));
    }
}
