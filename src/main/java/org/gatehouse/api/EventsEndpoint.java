package org.gatehouse.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gatehouse.audit.AuditedCalls;
import org.gatehouse.audit.chain.ChainService;
import org.gatehouse.audit.chain.ChainVerification;
import org.gatehouse.audit.file.EventFilter;
import org.gatehouse.audit.file.EventSearch;
import org.gatehouse.audit.file.EventView;
import org.gatehouse.permission.SystemPermission;
import org.jspecify.annotations.Nullable;

/** Single events, and whether all of them are as they were written. */
@Path("events")
@ApplicationScoped
@Requires(SystemPermission.VIEW_EVENT_LOG_FILES)
@Produces(MediaType.APPLICATION_JSON)
public class EventsEndpoint {
    @Inject
    ApiRequest request;

    @EJB
    AuditedCalls calls;

    @EJB
    EventSearch search;

    @EJB
    ChainService chain;

    @GET
    @Operation(summary = "Events that fit all that is given, the newest first; the next page starts before the last one's id")
    public List<EventView> search(
            @BeanParam Filter filter, @QueryParam("before") @Nullable Long before, @QueryParam("limit") @DefaultValue("100") int limit)
            throws Exception {
        return calls.run(request.call(
                SystemPermission.VIEW_EVENT_LOG_FILES, "event.search", "", () -> search.page(filter.read(), before, limit)));
    }

    @POST
    @Path("verification")
    @Operation(
            summary = "Looks through the chains of all nodes and names the first event that is not as it was written",
            description = "Takes time in proportion to the log.")
    public ChainVerification verify() throws Exception {
        return calls.run(request.call(SystemPermission.VIEW_EVENT_LOG_FILES, "event.verify", "", chain::verify));
    }

    /** The filter in the query. */
    public static class Filter {
        @QueryParam("type")
        @Nullable String type;

        @QueryParam("from")
        @Nullable String from;

        @QueryParam("to")
        @Nullable String to;

        @QueryParam("username")
        @Nullable String username;

        @QueryParam("clientId")
        @Nullable String clientId;

        @QueryParam("server")
        @Nullable String server;

        @QueryParam("tool")
        @Nullable String tool;

        @QueryParam("action")
        @Nullable String action;

        @QueryParam("object")
        @Nullable String object;

        @QueryParam("recordId")
        @Nullable String recordId;

        @QueryParam("outcome")
        @Nullable String outcome;

        @QueryParam("errorCode")
        @Nullable String errorCode;

        @QueryParam("clientAddress")
        @Nullable String clientAddress;

        @QueryParam("requestId")
        @Nullable String requestId;

        EventFilter read() {
            return new EventFilter(
                    type, from == null ? null : QueryTexts.instant("from", from), to == null ? null : QueryTexts.instant("to", to), username,
                    clientId, server, tool, action, object, recordId, outcome, errorCode, clientAddress, requestId);
        }
    }
}
