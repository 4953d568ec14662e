package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.catalog.ServerAdministration;
import org.gatehouse.catalog.ServerSettings;
import org.gatehouse.oauth.client.ClientAdministration;
import org.gatehouse.oauth.client.ClientSettings;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.problem.Violations;
import org.gatehouse.record.AccessExplanation;
import org.gatehouse.record.AccessExplanationService;
import org.gatehouse.record.AccessExplanationService.Question;
import org.jspecify.annotations.Nullable;

/** What an agent may do as a person: every object, or one object with a field and a record, and each rule that decided. */
@Named
@RequestScoped
public class SetupAccessPage {
    private static final SystemPermission NEEDED = SystemPermission.MANAGE_USERS;

    @Inject
    SetupDoor setup;

    @EJB
    AccessExplanationService explanations;

    @EJB
    ClientAdministration clients;

    @EJB
    ServerAdministration servers;

    @Inject
    ConfigurationVersions versions;

    private final FormValues form = new FormValues();
    private @Nullable AccessExplanation explanation;
    private List<AccessExplanation> overview = List.of();
    private boolean asked;

    /** Before the page is shown. */
    public void show() {
        setup.show(NEEDED, () -> {
            if (!FacesContext.getCurrentInstance().isPostback()) {
                for (String name : List.of("user", "client", "server", "object", "field", "record")) {
                    form.put(name, SetupDoor.parameter(name));
                }
            }
            return this;
        });
    }

    /** Explains. */
    public void explain() {
        asked = setup.perform(NEEDED, "access.explain", form.text("user") + " " + form.text("object"), () -> {
                    setup.require(SystemPermission.CUSTOMIZE_APPLICATION);
                    setup.require(SystemPermission.VIEW_ALL_DATA);
                    answer(versions.current(Topic.ACCESS));
                    return this;
                })
                .isPresent();
    }

    private void answer(long version) {
        Violations violations = new Violations();
        violations.require(!form.text("user").isEmpty(), "/user", "name the person");
        boolean part = form.optional("field") != null || form.optional("record") != null;
        violations.require(!part || form.optional("object") != null, "/object", "name the object of the field or the record");
        violations.refuse();
        if (form.optional("object") == null) {
            overview = explanations.overview(form.text("user"), wanted("client"), wanted("server"), version);
        } else {
            explanation = explanations.explain(
                    new Question(form.text("user"), wanted("client"), wanted("server"), form.text("object"), wanted("field"), wanted("record")), version);
        }
    }

    private Optional<String> wanted(String name) {
        return Optional.ofNullable(form.optional(name));
    }

    /** Whether there is an answer to show. */
    public boolean isAsked() {
        return asked;
    }

    public Map<String, Object> getForm() {
        return form.all();
    }

    public @Nullable AccessExplanation getExplanation() {
        return explanation;
    }

    public List<AccessExplanation> getOverview() {
        return overview;
    }

    public List<String> getClientIds() {
        return clients.all().stream().map(ClientSettings::clientId).toList();
    }

    public List<String> getServerNames() {
        return servers.all().stream().map(ServerSettings::name).toList();
    }
}
