package org.gatehouse.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.gatehouse.audit.file.EventLogCsv;
import org.gatehouse.audit.file.EventLogFile;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** Sends an event log file to the browser. */
@Named
@RequestScoped
public class SetupFileDownload {
    private static final SystemPermission NEEDED = SystemPermission.VIEW_EVENT_LOG_FILES;

    @Inject
    SetupDoor setup;

    @Inject
    EventLogCsv csv;

    /** In place of a page. */
    public void send() {
        setup.show(NEEDED, () -> {
            FacesContext faces = FacesContext.getCurrentInstance();
            String id = SetupDoor.parameter("file");
            Optional<EventLogFile> file = setup.perform(NEEDED, "event-log-file.export", id, () -> EventLogFile.of(id).orElseThrow(
                    () -> new ProblemException(new Problem.NotFound(Problem.Thing.EVENT_LOG_FILE, id, "There is no event log file of this id."))));
            if (setup.isStale()) {
                setup.lead(new Destination("", Destination.SETUP).by(SignInRoute.PASSWORD));
                return id;
            }
            if (file.isEmpty()) {
                throw new ProblemException(new Problem.NotFound(Problem.Thing.EVENT_LOG_FILE, id, "There is no event log file of this id."));
            }
            ExternalContext answer = faces.getExternalContext();
            answer.setResponseContentType("text/csv;charset=UTF-8");
            answer.setResponseHeader("Content-Disposition", "attachment; filename=\"" + file.get().id() + ".csv\"");
            csv.write(file.get(), answer.getResponseOutputStream());
            faces.responseComplete();
            return id;
        });
    }
}
