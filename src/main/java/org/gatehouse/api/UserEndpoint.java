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
import java.util.concurrent.Callable;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gatehouse.audit.AuditedCalls;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.permission.grants.GrantService;
import org.gatehouse.permission.grants.GrantSettings.Assignment;
import org.gatehouse.permission.grants.GrantSettings.GroupAssignment;
import org.gatehouse.permission.grants.GrantSettings.Person;
import org.gatehouse.permission.grants.PeopleService;
import org.gatehouse.permission.recovery.NewLink;
import org.gatehouse.permission.recovery.RecoveryService;
import org.jspecify.annotations.Nullable;

/** One person: who they are, their password and sessions, the permission sets they hold. */
@Path("users/{id}")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class UserEndpoint {
    @Inject
    ApiRequest request;

    @EJB
    AuditedCalls calls;

    @EJB
    PeopleService people;

    @EJB
    RecoveryService recovery;

    @EJB
    GrantService grants;

    @GET
    @Operation(summary = "A person")
    public Person one(@PathParam("id") String id) throws Exception {
        return run("user.read", id, () -> people.one(id));
    }

    @PUT
    @Operation(
            summary = "Changes a person as read at lastModifiedDate",
            description = "Whoever is made inactive is refused from their next request on. Refused if nobody would be left who can administer.")
    public Person change(@PathParam("id") String id, Person person) throws Exception {
        return run("user.update", id, () -> people.change(id, person));
    }

    @PUT
    @Path("password")
    @Operation(summary = "Gives a person another password and ends their sessions; connections of agents end, too, where the organisation says so")
    public void setPassword(@PathParam("id") String id, NewPassword wanted) throws Exception {
        run("user.password", id, () -> {
            people.setPassword(id, wanted.password() == null ? "" : wanted.password());
            return id;
        });
    }

    @POST
    @Path("password-link")
    @Operation(summary = "Makes a link by which the person sets a password of their own; it is good for a day, once, and shown this once")
    public NewLink passwordLink(@PathParam("id") String id) throws Exception {
        return run("user.password-link", id, () -> recovery.passwordLink(id));
    }

    @POST
    @Path("sign-out")
    @Operation(summary = "Ends all sessions of a person, on every node; connections of agents go on")
    public void signOut(@PathParam("id") String id) throws Exception {
        run("user.sign-out", id, () -> {
            people.signOut(id);
            return id;
        });
    }

    @GET
    @Path("permission-sets")
    @Operation(summary = "The permission sets that a person holds beside the profile's own")
    public List<Assignment> assignments(@PathParam("id") String id) throws Exception {
        return run("assignment.list", id, () -> grants.assignments(id));
    }

    @PUT
    @Path("permission-sets")
    @Operation(summary = "Gives a person a permission set, for good or until a moment")
    public void assign(@PathParam("id") String id, Assignment wanted) throws Exception {
        run("assignment.save", id + " " + wanted.permissionSet(), () -> {
            grants.assign(id, wanted);
            return id;
        });
    }

    @DELETE
    @Path("permission-sets/{name}")
    @Operation(summary = "Takes a permission set from a person")
    public void unassign(@PathParam("id") String id, @PathParam("name") String name) throws Exception {
        run("assignment.delete", id + " " + name, () -> {
            grants.unassign(id, name);
            return id;
        });
    }

    @GET
    @Path("permission-set-groups")
    @Operation(summary = "The groups of permission sets that a person holds")
    public List<GroupAssignment> groupAssignments(@PathParam("id") String id) throws Exception {
        return run("assignment.list", id, () -> grants.groupAssignments(id));
    }

    @PUT
    @Path("permission-set-groups")
    @Operation(summary = "Gives a person a group of permission sets, for good or until a moment")
    public void assignGroup(@PathParam("id") String id, GroupAssignment wanted) throws Exception {
        run("assignment.save", id + " " + wanted.group(), () -> {
            grants.assign(id, wanted);
            return id;
        });
    }

    @DELETE
    @Path("permission-set-groups/{name}")
    @Operation(summary = "Takes a group of permission sets from a person")
    public void unassignGroup(@PathParam("id") String id, @PathParam("name") String name) throws Exception {
        run("assignment.delete", id + " " + name, () -> {
            grants.unassignGroup(id, name);
            return id;
        });
    }

    private <T> T run(String operation, String thing, Callable<T> work) throws Exception {
        return calls.run(request.call(SystemPermission.MANAGE_USERS, operation, thing, work));
    }

    /** A password in clear, on its way in. */
    public record NewPassword(@Nullable String password) {
        /** Keeps it out of logs. */
        @Override
        public String toString() {
            return "NewPassword[…]";
        }
    }
}
