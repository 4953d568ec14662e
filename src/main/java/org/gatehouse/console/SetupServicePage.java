package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.catalog.Tier;
import org.gatehouse.catalog.imported.ImportService;
import org.gatehouse.catalog.imported.ImportedService;
import org.gatehouse.catalog.imported.OfferedOperation;
import org.gatehouse.catalog.imported.ServicePreview;
import org.gatehouse.catalog.imported.ServicePreview.Change;
import org.gatehouse.catalog.imported.ServiceSettings;
import org.gatehouse.permission.SystemPermission;
import org.jspecify.annotations.Nullable;

/** One imported REST service: its description is looked at first, then its operations are chosen. */
@Named
@ViewScoped
public class SetupServicePage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final SystemPermission NEEDED = SystemPermission.CUSTOMIZE_APPLICATION;

    @Inject
    transient SetupDoor setup;

    @EJB
    transient ImportService services;

    private String name = "";
    private String baseUrl = "";
    private String audience = "";
    private String description = "";
    private @Nullable Integer version;
    private ArrayList<String> chosen = new ArrayList<>();
    private ArrayList<Row> rows = new ArrayList<>();
    private final HashMap<String, Tier> tiers = new HashMap<>();

    /** Before the page is shown. */
    public void show() {
        setup.show(NEEDED, () -> {
            String wanted = SetupDoor.parameter("name");
            if (!wanted.isEmpty() && !FacesContext.getCurrentInstance().isPostback()) {
                read(services.one(wanted));
                seen(services.preview(name, services.description(name)));
            }
            return this;
        });
    }

    private void read(ImportedService service) {
        name = service.name();
        baseUrl = service.baseUrl();
        audience = service.audience();
        version = service.version();
        for (OfferedOperation offered : service.operations()) {
            chosen.add(String.valueOf(offered.operation()));
            Tier tier = offered.tier();
            if (tier != null) {
                tiers.put(String.valueOf(offered.operation()), tier);
            }
        }
    }

    private void seen(ServicePreview preview) {
        rows = new ArrayList<>(preview.operations().stream().map(Row::of).toList());
    }

    /** Shows what the description would give. */
    public void preview() {
        setup.perform(NEEDED, "imported-service.preview", name, () -> services.preview(isNew() ? null : name, text())).ifPresent(this::seen);
    }

    /** Imports the service, or imports it anew. */
    public void save() {
        Integer read = version;
        if (read == null) {
            setup.act(NEEDED, "imported-service.create", name.strip(), page(), () -> services.create(name.strip(), settings(), setup.getUsername()));
        } else {
            setup.act(NEEDED, "imported-service.edit", name, page(), () -> services.edit(name, read, settings(), setup.getUsername()));
        }
    }

    /** Deletes a service whose tools no published server offers. */
    public void delete() {
        setup.act(NEEDED, "imported-service.delete", name, "/setup/services", () -> {
            services.delete(name, version == null ? 0 : version);
            return name;
        });
    }

    private String text() {
        return description.isBlank() && !isNew() ? services.description(name) : description;
    }

    private ServiceSettings settings() {
        List<OfferedOperation> operations = chosen.stream().map(key -> new OfferedOperation(key, tiers.get(key))).toList();
        return new ServiceSettings(baseUrl.strip(), audience.strip(), description.isBlank() ? null : description, operations);
    }

    private String page() {
        return "/setup/service?name=" + SetupDoor.encoded(name.strip());
    }

    public boolean isNew() {
        return version == null;
    }

    /** The operations of the description that was looked at last. */
    public List<Row> getRows() {
        return rows;
    }

    /** Those that can be tools, with words for the person who chooses. */
    public Map<String, String> getChoices() {
        Map<String, String> choices = new java.util.LinkedHashMap<>();
        rows.stream().filter(Row::isUsable).forEach(row -> choices.put(row.getOperation() + " (" + row.getTool() + ")", row.getOperation()));
        return choices;
    }

    public List<String> getChosen() {
        return chosen;
    }

    public void setChosen(@Nullable List<String> chosen) {
        this.chosen = chosen == null ? new ArrayList<>() : new ArrayList<>(chosen);
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = text(name);
    }

    public String getBaseUrl() {
        return baseUrl;
    }

    public void setBaseUrl(@Nullable String baseUrl) {
        this.baseUrl = text(baseUrl);
    }

    public String getAudience() {
        return audience;
    }

    public void setAudience(@Nullable String audience) {
        this.audience = text(audience);
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = text(description);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** An operation on the page. */
    public record Row(String operation, String tool, Change change, ArrayList<String> remarks, boolean usable) implements Serializable {
        static Row of(ServicePreview.PreviewedOperation operation) {
            ArrayList<String> remarks = new ArrayList<>(operation.problems());
            remarks.addAll(operation.warnings());
            String tool = operation.tool();
            return new Row(operation.operation(), text(tool), operation.change(), remarks, tool != null && operation.change() != Change.GONE);
        }

        public String getOperation() {
            return operation;
        }

        public String getTool() {
            return tool;
        }

        /** How it compares with what is imported now, in a word. */
        public String getState() {
            return change.name().toLowerCase(java.util.Locale.ROOT);
        }

        public List<String> getRemarks() {
            return List.copyOf(remarks);
        }

        public boolean isUsable() {
            return usable;
        }
    }
}
