package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.Outcome;
import org.gatehouse.audit.alert.Alert;
import org.gatehouse.audit.alert.AlertSearch;
import org.gatehouse.audit.alert.AlertService;
import org.gatehouse.audit.alert.Each;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.platform.json.Json;
import org.jspecify.annotations.Nullable;

/** One alert. A new one begins with the search that the page was opened with. */
@Named
@ViewScoped
public class SetupAlertPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final SystemPermission NEEDED = SystemPermission.CUSTOMIZE_APPLICATION;
    private static final String LIST = "/setup/alerts";
    private static final List<String> MEMBERS =
            List.of("type", "username", "clientId", "server", "tool", "action", "object", "recordId", "outcome", "errorCode", "clientAddress");

    @Inject
    transient SetupDoor setup;

    @EJB
    transient AlertService alerts;

    private final HashMap<String, String> search = new HashMap<>();
    private String name = "";
    private String description = "";
    private boolean enabled = true;
    private long threshold = 10;
    private int minutes = 5;
    private Each each = Each.PERSON;
    private boolean freezes;
    private @Nullable Integer version;

    /** Before the page is shown. */
    public void show() {
        setup.show(NEEDED, () -> {
            if (!FacesContext.getCurrentInstance().isPostback()) {
                String wanted = SetupDoor.parameter("name");
                if (wanted.isEmpty()) {
                    MEMBERS.forEach(member -> search.put(member, SetupDoor.parameter(member)));
                } else {
                    read(alerts.one(wanted));
                }
            }
            return this;
        });
    }

    private void read(Alert alert) {
        name = alert.name();
        description = alert.description();
        enabled = alert.enabled();
        threshold = alert.threshold();
        minutes = alert.minutes();
        each = alert.each();
        freezes = alert.freezes();
        version = alert.version();
        Json.tree(alert.search()).properties().stream()
                .filter(member -> member.getValue().isTextual())
                .forEach(member -> search.put(member.getKey(), member.getValue().textValue()));
    }

    /** Saves the alert. */
    public void save() {
        Alert alert = new Alert(name.strip(), description.strip(), enabled, AlertSearch.of(this::wanted), threshold, minutes, each, freezes, version);
        if (version == null) {
            setup.act(NEEDED, "alert.create", alert.name(), LIST, () -> alerts.create(alert));
        } else {
            setup.act(NEEDED, "alert.update", alert.name(), LIST, () -> alerts.update(alert));
        }
    }

    /** Takes the alert away. */
    public void delete() {
        setup.act(NEEDED, "alert.delete", name, LIST, () -> {
            alerts.delete(name, version == null ? 0 : version);
            return name;
        });
    }

    private @Nullable String wanted(String member) {
        String value = search.get(member);
        return value == null || value.isBlank() ? null : value.strip();
    }

    public boolean isNew() {
        return version == null;
    }

    /** What is looked for, by the name of the search's member. */
    public Map<String, String> getSearch() {
        return search;
    }

    public List<String> getTypes() {
        return Arrays.stream(EventType.values()).filter(type -> type != EventType.ALERT).map(EventType::apiName).toList();
    }

    public List<String> getOutcomes() {
        return Arrays.stream(Outcome.values()).map(Outcome::name).toList();
    }

    public List<Each> getChoices() {
        return List.of(Each.values());
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = description == null ? "" : description;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public long getThreshold() {
        return threshold;
    }

    public void setThreshold(long threshold) {
        this.threshold = threshold;
    }

    public int getMinutes() {
        return minutes;
    }

    public void setMinutes(int minutes) {
        this.minutes = minutes;
    }

    public Each getEach() {
        return each;
    }

    public void setEach(Each each) {
        this.each = each;
    }

    public boolean isFreezes() {
        return freezes;
    }

    public void setFreezes(boolean freezes) {
        this.freezes = freezes;
    }
}
