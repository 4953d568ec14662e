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
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gatehouse.audit.AuditedCalls;
import org.gatehouse.permission.sharing.Recalculation;
import org.gatehouse.permission.sharing.SharingService;
import org.gatehouse.permission.sharing.SharingSettings.Group;
import org.gatehouse.permission.sharing.SharingSettings.Queue;
import org.gatehouse.permission.sharing.SharingSettings.Restriction;
import org.gatehouse.permission.sharing.SharingSettings.Role;
import org.gatehouse.permission.sharing.SharingSettings.Rule;

/** Who sees which records: roles, public groups, queues, sharing rules, restriction rules. A change holds from the next request on. */
@Path("sharing")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SharingEndpoint {
    @Inject
    ApiRequest request;

    @EJB
    AuditedCalls calls;

    @EJB
    SharingService sharing;

    @GET
    @Path("roles")
    @Operation(summary = "The role hierarchy")
    public List<Role> roles() throws Exception {
        return calls.run(request.call("role.list", "", sharing::roles));
    }

    @PUT
    @Path("roles")
    @Operation(summary = "Makes a role, or renames and moves the one of that name")
    public void save(Role role) throws Exception {
        run("role.save", role.name(), () -> sharing.save(role));
    }

    @DELETE
    @Path("roles/{name}")
    @Operation(summary = "Deletes a role that nobody has and that has none below it")
    public void deleteRole(@PathParam("name") String name) throws Exception {
        run("role.delete", name, () -> sharing.deleteRole(name));
    }

    @GET
    @Path("groups")
    @Operation(summary = "The public groups")
    public List<Group> groups() throws Exception {
        return calls.run(request.call("group.list", "", sharing::groups));
    }

    @PUT
    @Path("groups")
    @Operation(summary = "Makes a public group, or changes it; names the version it was read at")
    public void save(Group group) throws Exception {
        run("group.save", group.name(), () -> sharing.save(group));
    }

    @DELETE
    @Path("groups/{name}")
    @Operation(summary = "Deletes a public group that nothing names any more")
    public void deleteGroup(@PathParam("name") String name) throws Exception {
        run("group.delete", name, () -> sharing.deleteGroup(name));
    }

    @GET
    @Path("queues")
    @Operation(summary = "The queues")
    public List<Queue> queues() throws Exception {
        return calls.run(request.call("queue.list", "", sharing::queues));
    }

    @PUT
    @Path("queues")
    @Operation(summary = "Makes a queue, or changes it; names the version it was read at")
    public void save(Queue queue) throws Exception {
        run("queue.save", queue.name(), () -> sharing.save(queue));
    }

    @DELETE
    @Path("queues/{name}")
    @Operation(summary = "Deletes a queue that nothing names any more")
    public void deleteQueue(@PathParam("name") String name) throws Exception {
        run("queue.delete", name, () -> sharing.deleteQueue(name));
    }

    @GET
    @Path("rules")
    @Operation(summary = "The sharing rules")
    public List<Rule> rules() throws Exception {
        return calls.run(request.call("sharingRule.list", "", sharing::rules));
    }

    @PUT
    @Path("rules")
    @Operation(summary = "Makes a sharing rule, or changes it; names the version it was read at")
    public void save(Rule rule) throws Exception {
        run("sharingRule.save", rule.name(), () -> sharing.save(rule));
    }

    @DELETE
    @Path("rules/{name}")
    @Operation(summary = "Deletes a sharing rule")
    public void deleteRule(@PathParam("name") String name) throws Exception {
        run("sharingRule.delete", name, () -> sharing.deleteRule(name));
    }

    @GET
    @Path("restrictions")
    @Operation(summary = "The restriction rules")
    public List<Restriction> restrictions() throws Exception {
        return calls.run(request.call("restrictionRule.list", "", sharing::restrictions));
    }

    @PUT
    @Path("restrictions")
    @Operation(summary = "Makes a restriction rule, or changes it; names the version it was read at")
    public void save(Restriction rule) throws Exception {
        run("restrictionRule.save", rule.name(), () -> sharing.save(rule));
    }

    @DELETE
    @Path("restrictions/{name}")
    @Operation(summary = "Deletes a restriction rule")
    public void deleteRestriction(@PathParam("name") String name) throws Exception {
        run("restrictionRule.delete", name, () -> sharing.deleteRestriction(name));
    }

    @GET
    @Path("memberships")
    @Operation(summary = "What a recalculation of the group memberships would change: nothing, unless somebody wrote to the database past Gatehouse")
    public Recalculation compare() throws Exception {
        return calls.run(request.call("memberships.compare", "", sharing::compare));
    }

    @POST
    @Path("memberships/recalculate")
    @Operation(summary = "Recalculates the group memberships, as every change of roles, people and groups does")
    public Recalculation recalculate() throws Exception {
        return calls.run(request.call("memberships.recalculate", "", sharing::recalculate));
    }

    private void run(String operation, String name, Runnable work) throws Exception {
        calls.run(request.call(operation, name, () -> {
            work.run();
            return name;
        }));
    }
}
