package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.setup.SetupDocument;
import org.gatehouse.setup.SetupService;

/** Sends the whole setup to the browser, as a document. */
@Named
@RequestScoped
public class SetupExport {
    private static final SystemPermission NEEDED = SystemPermission.CUSTOMIZE_APPLICATION;

    @Inject
    SetupDoor setup;

    @EJB
    SetupService documents;

    /** In place of a page. */
    public void send() {
        setup.show(NEEDED, () -> {
            Optional<SetupDocument> document = setup.perform(NEEDED, "setup.export", "", documents::export);
            if (setup.isStale()) {
                setup.lead(new Destination("", Destination.SETUP).by(SignInRoute.PASSWORD));
                return false;
            }
            FacesContext faces = FacesContext.getCurrentInstance();
            ExternalContext answer = faces.getExternalContext();
            answer.setResponseContentType("application/json;charset=UTF-8");
            answer.setResponseHeader("Content-Disposition", "attachment; filename=\"gatehouse-setup.json\"");
            answer.getResponseOutputStream().write(Json.pretty(document.orElseThrow(SetupExport::refused)).getBytes(StandardCharsets.UTF_8));
            faces.responseComplete();
            return true;
        });
    }

    private static ProblemException refused() {
        return new ProblemException(new Problem.InvalidInput("The setup could not be read."));
    }
}
