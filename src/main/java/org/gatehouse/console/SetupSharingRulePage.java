package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.permission.sharing.SharingService;
import org.gatehouse.permission.sharing.SharingSettings.Restriction;
import org.gatehouse.permission.sharing.SharingSettings.Rule;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** One rule over records: a sharing rule, which opens some, or a restriction rule, which keeps people to some. */
@Named
@ViewScoped
public class SetupSharingRulePage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final SystemPermission NEEDED = SystemPermission.CUSTOMIZE_APPLICATION;
    private static final String LIST = "/setup/sharing";

    @Inject
    transient SetupDoor setup;

    @EJB
    transient SharingService sharing;

    private final FormValues form = new FormValues();
    private boolean restriction;
    private String name = "";
    private @Nullable Integer version;

    /** Before the page is shown. */
    public void show() {
        setup.show(NEEDED, () -> {
            if (!FacesContext.getCurrentInstance().isPostback()) {
                restriction = SetupDoor.parameter("kind").equals("restriction");
                name = SetupDoor.parameter("name");
                form.put("active", true);
                if (!name.isEmpty()) {
                    read();
                }
            }
            return this;
        });
    }

    private void read() {
        if (restriction) {
            Restriction read = named(sharing.restrictions().stream().filter(it -> it.name().equals(name)));
            form.put("label", read.label());
            form.put("object", read.object());
            form.put("people", SharingText.written(read.people()));
            form.put("any", read.any());
            form.put("criteria", SharingText.criteriaText(read.criteria()));
            form.put("active", read.active());
            version = read.version();
        } else {
            Rule read = named(sharing.rules().stream().filter(it -> it.name().equals(name)));
            form.put("label", read.label());
            form.put("object", read.object());
            form.put("source", SharingText.written(read.source()));
            form.put("target", SharingText.written(read.target()));
            form.put("level", read.level());
            form.put("any", read.any());
            form.put("criteria", SharingText.criteriaText(read.criteria()));
            version = read.version();
        }
    }

    private <T> T named(Stream<T> found) {
        return found.findFirst().orElseThrow(() -> new ProblemException(new Problem.NotFound(Problem.Thing.RULE, name, "There is no rule of this name.")));
    }

    /** Makes the rule, or changes it at the version that the page was made of. */
    public void save() {
        String wanted = isNew() ? form.text("name") : name;
        setup.act(NEEDED, restriction ? "restriction-rule.save" : "sharing-rule.save", wanted, LIST, () -> {
            if (restriction) {
                sharing.save(new Restriction(
                        wanted, form.text("label"), form.text("object"), SharingText.member("people", form.text("people")), form.flag("any"),
                        SharingText.criteria(form.lines("criteria")), form.flag("active"), version));
            } else {
                String source = form.text("source");
                sharing.save(new Rule(
                        wanted, form.text("label"), form.text("object"), source.isEmpty() ? null : SharingText.member("source", source),
                        SharingText.member("target", form.text("target")), form.text("level"), form.flag("any"), SharingText.criteria(form.lines("criteria")),
                        version));
            }
            return wanted;
        });
    }

    /** Deletes the rule. */
    public void delete() {
        setup.act(NEEDED, restriction ? "restriction-rule.delete" : "sharing-rule.delete", name, LIST, () -> {
            if (restriction) {
                sharing.deleteRestriction(name);
            } else {
                sharing.deleteRule(name);
            }
            return name;
        });
    }

    public boolean isNew() {
        return name.isEmpty();
    }

    public boolean isRestriction() {
        return restriction;
    }

    /** What the page is about, for its heading. */
    public String getHeading() {
        String kind = restriction ? "restriction rule" : "sharing rule";
        return isNew() ? "New " + kind : name;
    }

    public Map<String, Object> getForm() {
        return form.all();
    }

    public List<String> getOperators() {
        return SharingText.operators();
    }
}
