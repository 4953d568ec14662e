package org.gatehouse.api;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gatehouse.audit.AuditedCalls;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.platform.problem.Violations;
import org.gatehouse.setup.AppliedSetup;
import org.gatehouse.setup.SetupAuthor;
import org.gatehouse.setup.SetupDocument;
import org.gatehouse.setup.SetupDrift;
import org.gatehouse.setup.SetupPlan;
import org.gatehouse.setup.SetupService;
import org.jspecify.annotations.Nullable;

/** Configuration as code: the setup as one document without secrets, what applying one would do, and what has changed since. */
@Path("setup")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SetupEndpoint {
    @Inject
    ApiRequest request;

    @EJB
    AuditedCalls calls;

    @EJB
    SetupService setup;

    @GET
    @Operation(summary = "The setup as a document: things by their names, without versions, ids and secrets")
    public SetupDocument export() throws Exception {
        return calls.run(request.call("setup.export", "", setup::export));
    }

    @POST
    @Path("plan")
    @Operation(
            summary = "What applying a document would do, with before and after; nothing is changed",
            description = "A part that the document does not have is left alone. Things that a part does not name are taken away with prune=true, and listed otherwise.")
    public SetupPlan plan(@QueryParam("prune") boolean prune, Document document) throws Exception {
        return calls.run(request.call("setup.plan", "", () -> setup.plan(document.read(), prune)));
    }

    @POST
    @Path("apply")
    @Operation(
            summary = "Applies a document in one transaction, all of it or nothing; names the basis of the plan",
            description = "Takes the permission Manage Users as well. Needs confirm=true where it shuts out who does it.")
    public AppliedSetup apply(
            @QueryParam("prune") boolean prune, @QueryParam("basis") @DefaultValue("") String basis, @QueryParam("confirm") boolean confirm,
            Document document)
            throws Exception {
        return calls.run(request.call(SystemPermission.MANAGE_USERS, "setup.apply", "", () -> {
            SetupAuthor author = new SetupAuthor(request.caller().userId(), request.caller().username(), request.address(), confirm);
            return setup.apply(document.read(), prune, basis, author);
        }));
    }

    @GET
    @Path("drift")
    @Operation(summary = "What has changed since a document was applied last, in the parts that it had; not found if none was")
    public SetupDrift drift() throws Exception {
        return calls.run(request.call("setup.drift", "", setup::drift));
    }

    /** A document as it is sent. */
    public record Document(@Nullable Integer format, @Nullable Map<String, Map<String, JsonNode>> parts) implements LargeBody {
        SetupDocument read() {
            if (parts == null) {
                throw Violations.one("/parts", "this is needed");
            }
            if (format == null || format != SetupDocument.FORMAT) {
                throw Violations.one("/format", "the format is " + SetupDocument.FORMAT);
            }
            return SetupDocument.of(parts);
        }
    }
}
