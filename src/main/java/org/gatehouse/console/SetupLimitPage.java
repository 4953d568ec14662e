package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.gatehouse.catalog.limit.Dimension;
import org.gatehouse.catalog.limit.Limit;
import org.gatehouse.catalog.limit.LimitService;
import org.gatehouse.catalog.limit.Measure;
import org.gatehouse.catalog.limit.Window;
import org.gatehouse.permission.SystemPermission;
import org.jspecify.annotations.Nullable;

/** One limit. */
@Named
@ViewScoped
public class SetupLimitPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final SystemPermission NEEDED = SystemPermission.CUSTOMIZE_APPLICATION;
    private static final String LIST = "/setup/limits";

    @Inject
    transient SetupDoor setup;

    @EJB
    transient LimitService limits;

    private final HashMap<String, String> only = new HashMap<>();
    private final HashMap<String, Boolean> each = new HashMap<>();
    private String name = "";
    private String description = "";
    private boolean enabled = true;
    private Measure measure = Measure.CALLS;
    private long size = 600;
    private Window window = Window.MINUTE;
    private @Nullable Integer version;

    /** Before the page is shown. */
    public void show() {
        setup.show(NEEDED, () -> {
            String wanted = SetupDoor.parameter("name");
            if (!FacesContext.getCurrentInstance().isPostback() && !wanted.isEmpty()) {
                read(limits.one(wanted));
            }
            return this;
        });
    }

    private void read(Limit limit) {
        name = limit.name();
        description = limit.description();
        enabled = limit.enabled();
        measure = limit.measure();
        size = limit.size();
        window = limit.window();
        version = limit.version();
        limit.only().forEach((dimension, value) -> only.put(dimension.name(), value));
        limit.each().forEach(dimension -> each.put(dimension.name(), true));
    }

    /** Saves the limit. */
    public void save() {
        Limit limit = written();
        if (version == null) {
            setup.act(NEEDED, "limit.create", limit.name(), LIST, () -> limits.create(limit));
        } else {
            setup.act(NEEDED, "limit.update", limit.name(), LIST, () -> limits.update(limit));
        }
    }

    /** Takes the limit away. */
    public void delete() {
        setup.act(NEEDED, "limit.delete", name, LIST, () -> {
            limits.delete(name, version == null ? 0 : version);
            return name;
        });
    }

    private Limit written() {
        Map<Dimension, String> narrowed = new EnumMap<>(Dimension.class);
        Set<Dimension> own = EnumSet.noneOf(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            String value = only.get(dimension.name());
            if (value != null && !value.isBlank()) {
                narrowed.put(dimension, value.strip());
            }
            if (Boolean.TRUE.equals(each.get(dimension.name()))) {
                own.add(dimension);
            }
        }
        return new Limit(name.strip(), description.strip(), enabled, measure, size, window, narrowed, own, version);
    }

    public boolean isNew() {
        return version == null;
    }

    /** The names to which the limit is narrowed, by dimension. */
    public Map<String, String> getOnly() {
        return only;
    }

    /** What has a budget of its own, by dimension. */
    public Map<String, Boolean> getEach() {
        return each;
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

    public Measure getMeasure() {
        return measure;
    }

    public void setMeasure(Measure measure) {
        this.measure = measure;
    }

    public long getSize() {
        return size;
    }

    public void setSize(long size) {
        this.size = size;
    }

    public Window getWindow() {
        return window;
    }

    public void setWindow(Window window) {
        this.window = window;
    }
}
