package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.gatehouse.catalog.ServerAdministration;
import org.gatehouse.catalog.ServerSettings;
import org.gatehouse.catalog.doctor.ConnectionDoctor;
import org.gatehouse.catalog.doctor.ConnectionQuestion;
import org.gatehouse.catalog.doctor.Diagnosis;
import org.gatehouse.oauth.client.ClientAdministration;
import org.gatehouse.oauth.client.ClientSettings;
import org.gatehouse.permission.SystemPermission;
import org.jspecify.annotations.Nullable;

/**
 * The connection doctor: why an agent does not get through, step by step. The question is posted although it changes nothing, because the address
 * that an agent opened must not stand in an access log.
 */
@Named
@RequestScoped
public class SetupDoctorPage {
    private static final SystemPermission NEEDED = SystemPermission.CUSTOMIZE_APPLICATION;

    @Inject
    SetupDoor setup;

    @Inject
    ConnectionDoctor doctor;

    @EJB
    ClientAdministration clients;

    @EJB
    ServerAdministration servers;

    private String client = "";
    private String username = "";
    private String server = "";
    private String address = "";
    private boolean secondFactor;
    private String opened = "";
    private @Nullable Diagnosis diagnosis;

    /** Before the page is shown. */
    public void show() {
        setup.show(NEEDED, () -> {
            if (!FacesContext.getCurrentInstance().isPostback()) {
                client = SetupDoor.parameter("client");
                username = SetupDoor.parameter("user");
                server = SetupDoor.parameter("server");
            }
            return this;
        });
    }

    /** Tries the connection. */
    public void examine() {
        diagnosis = setup.perform(NEEDED, "connection.diagnose", client, () -> {
                    ConnectionQuestion question = ConnectionQuestion.of(client, username, server, null, address, secondFactor, opened);
                    if (question.username().isPresent()) {
                        setup.require(SystemPermission.MANAGE_USERS);
                    }
                    return doctor.examine(question);
                })
                .orElse(null);
    }

    public List<String> getClientIds() {
        return clients.all().stream().map(ClientSettings::clientId).toList();
    }

    public List<String> getServerNames() {
        return servers.all().stream().map(ServerSettings::name).toList();
    }

    public @Nullable Diagnosis getDiagnosis() {
        return diagnosis;
    }

    public String getClient() {
        return client;
    }

    public void setClient(@Nullable String client) {
        this.client = client == null ? "" : client;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(@Nullable String username) {
        this.username = username == null ? "" : username;
    }

    public String getServer() {
        return server;
    }

    public void setServer(@Nullable String server) {
        this.server = server == null ? "" : server;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = address == null ? "" : address;
    }

    public boolean isSecondFactor() {
        return secondFactor;
    }

    public void setSecondFactor(boolean secondFactor) {
        this.secondFactor = secondFactor;
    }

    public String getOpened() {
        return opened;
    }

    public void setOpened(@Nullable String opened) {
        this.opened = opened == null ? "" : opened;
    }
}
