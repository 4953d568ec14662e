package org.gatehouse.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gatehouse.audit.AuditedCalls;
import org.gatehouse.audit.file.EventLogCsv;
import org.gatehouse.audit.file.EventLogFile;
import org.gatehouse.audit.file.EventLogFiles;
import org.gatehouse.audit.file.LogColumn;
import org.gatehouse.audit.file.LogInterval;
import org.gatehouse.audit.file.LogType;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The event log files. Reading one is an event as well. */
@Path("event-log-files")
@ApplicationScoped
@Requires(SystemPermission.VIEW_EVENT_LOG_FILES)
@Produces(MediaType.APPLICATION_JSON)
public class EventLogFilesEndpoint {
    private static final Duration USUAL_RANGE = Duration.ofDays(1);

    @Inject
    ApiRequest request;

    @EJB
    AuditedCalls calls;

    @EJB
    EventLogFiles files;

    @Inject
    EventLogCsv csv;

    @Inject
    InstantSource clock;

    @GET
    @Operation(
            summary = "The event log files of a range of time, the newest first; without a range, of the last 24 hours",
            description = "A file of an hour or day that is not over yet grows until then.")
    public List<Listed> list(
            @QueryParam("eventType") @Nullable String eventType, @QueryParam("interval") @DefaultValue("Hourly") String interval,
            @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to)
            throws Exception {
        return calls.run(request.call(SystemPermission.VIEW_EVENT_LOG_FILES, "event-log-file.list", "", () -> {
            Instant now = clock.instant();
            Instant end = to == null ? now : QueryTexts.instant("to", to);
            Instant begin = from == null ? end.minus(USUAL_RANGE) : QueryTexts.instant("from", from);
            List<LogType> types = eventType == null ? List.of(LogType.values()) : List.of(type(eventType));
            return files.list(types, interval(interval), begin, end).stream().map(file -> Listed.of(file, now)).toList();
        }));
    }

    @GET
    @Path("{id}/log-file")
    @Produces("text/csv")
    @Operation(summary = "An event log file as CSV")
    public Response logFile(@PathParam("id") String id) throws Exception {
        EventLogFile file = calls.run(request.call(
                SystemPermission.VIEW_EVENT_LOG_FILES, "event-log-file.read", id,
                () -> EventLogFile.of(id).orElseThrow(() -> new ProblemException(
                        new Problem.NotFound(Problem.Thing.EVENT_LOG_FILE, id, "There is no event log file of this id.")))));
        StreamingOutput body = out -> csv.write(file, out);
        return Response.ok(body)
                .type("text/csv;charset=UTF-8;header=present")
                .header("Content-Disposition", "attachment; filename=\"" + file.id() + ".csv\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private static LogType type(String name) {
        return LogType.named(name).orElseThrow(() -> QueryTexts.wrong("eventType", "there is no event type of this name"));
    }

    private static LogInterval interval(String name) {
        return LogInterval.named(name).orElseThrow(() -> QueryTexts.wrong("interval", "it is Hourly or Daily"));
    }

    /**
     * A file in the list.
     *
     * @param logDate its first moment
     * @param events how many events it has so far
     * @param complete whether its time is over
     * @param logFile the path of its contents
     */
    public record Listed(
            String id, String eventType, String interval, String logDate, int events, boolean complete, List<String> fieldNames,
            List<String> fieldTypes, String contentType, String logFile) {
        static Listed of(EventLogFiles.ListedFile listed, Instant now) {
            EventLogFile file = listed.file();
            List<LogColumn> columns = file.type().columns();
            return new Listed(
                    file.id(), file.type().apiName(), file.interval().apiName(), file.begins().toString(), listed.events(),
                    !file.ends().isAfter(now), columns.stream().map(LogColumn::name).toList(),
                    columns.stream().map(column -> column.kind().apiName()).toList(), "text/csv", "/api/v1/event-log-files/" + file.id() + "/log-file");
        }
    }
}
