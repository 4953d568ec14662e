package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.gatehouse.oauth.client.ClientAdministration;
import org.gatehouse.oauth.client.ClientPreset;
import org.gatehouse.oauth.client.ClientSettings;
import org.gatehouse.oauth.registration.RegistrationService;
import org.gatehouse.oauth.registration.WaitingClient;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** The external client apps, one for each agent. */
@Named
@RequestScoped
public class SetupAppsPage {
    private static final SystemPermission NEEDED = SystemPermission.CUSTOMIZE_APPLICATION;

    @Inject
    SetupDoor setup;

    @EJB
    ClientAdministration clients;

    @EJB
    RegistrationService registrations;

    private List<ClientSettings> all = List.of();
    private List<WaitingClient> waiting = List.of();

    /** Before the page is shown. A button carries the id of the client that it lets in. */
    public void show() {
        String approved = SetupDoor.parameter("approve");
        if (FacesContext.getCurrentInstance().isPostback() && !approved.isEmpty()) {
            approve(approved);
        }
        setup.show(NEEDED, () -> {
            all = clients.all();
            waiting = registrations.waiting();
            return this;
        });
    }

    private void approve(String clientId) {
        setup.act(NEEDED, "client.approve", clientId, "/setup/app?id=" + SetupDoor.encoded(clientId), () -> {
            if (!registrations.approve(clientId)) {
                throw new ProblemException(new Problem.NotFound(Problem.Thing.CLIENT, clientId, "No client of this id waits for approval."));
            }
            return clientId;
        });
    }

    /** The clients that registered themselves and wait for an administrator, the oldest first. */
    public List<WaitingClient> getWaiting() {
        return waiting;
    }

    public List<ClientSettings> getAll() {
        return all;
    }

    public List<ClientPreset> getPresets() {
        return ClientPreset.ALL;
    }
}
