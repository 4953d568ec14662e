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
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gatehouse.audit.AuditedCalls;
import org.gatehouse.catalog.ServerAdministration;
import org.gatehouse.catalog.ServerSettings;
import org.gatehouse.catalog.approval.ApprovalPolicy;
import org.gatehouse.catalog.approval.ApprovalPolicy.Scope;
import org.gatehouse.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** The MCP servers. All are inactive until an administrator activates them. */
@Path("servers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ServersEndpoint {
    @Inject
    ApiRequest request;

    @EJB
    AuditedCalls calls;

    @EJB
    ServerAdministration servers;

    @GET
    @Operation(summary = "All MCP servers with their tools, and whether they are active")
    public List<ServerSettings> all() throws Exception {
        return calls.run(request.call("server.list", "", servers::all));
    }

    @POST
    @Path("{name:.+}/activate")
    @Operation(summary = "Lets callers reach a server, on every node, with the next request")
    public ServerSettings activate(@PathParam("name") String name) throws Exception {
        return calls.run(request.call("server.activate", name, () -> servers.setActive(name, true)));
    }

    @POST
    @Path("{name:.+}/deactivate")
    @Operation(summary = "Hides a server, on every node, from the next request on: it answers as if it did not exist")
    public ServerSettings deactivate(@PathParam("name") String name) throws Exception {
        return calls.run(request.call("server.deactivate", name, () -> servers.setActive(name, false)));
    }

    @GET
    @Path("{name:.+}/approvals")
    @Operation(summary = "Which tools of a server need the person's approval")
    public ApprovalPolicy approvals(@PathParam("name") String name) throws Exception {
        return calls.run(request.call("server.approvals.read", name, () -> servers.approvals(name)));
    }

    @PUT
    @Path("{name:.+}/approvals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Changes which tools need it: a scope of NAMED, DESTRUCTIVE or CHANGES, and more tools by name")
    public ApprovalPolicy requireApprovals(@PathParam("name") String name, ApprovalChoice choice) throws Exception {
        return calls.run(request.call("server.approvals.change", name, () -> servers.requireApprovals(name, choice.policy())));
    }

    /**
     * What is saved.
     *
     * @param scope DESTRUCTIVE if it is left out: nobody turns approvals off by forgetting it
     * @param tools none if they are left out
     */
    public record ApprovalChoice(@Nullable String scope, @Nullable List<String> tools) {
        ApprovalPolicy policy() {
            Scope kind = Arrays.stream(Scope.values())
                    .filter(it -> it.name().equals(scope == null ? ApprovalPolicy.DEFAULT.scope().name() : scope))
                    .findFirst()
                    .orElseThrow(() -> Violations.one("/scope", "a scope is NAMED, DESTRUCTIVE or CHANGES"));
            return new ApprovalPolicy(kind, tools == null ? Set.of() : Set.copyOf(tools));
        }
    }
}
