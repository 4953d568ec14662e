package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.permission.sharing.SharingService;
import org.gatehouse.permission.sharing.SharingSettings.Group;
import org.gatehouse.permission.sharing.SharingSettings.Member;
import org.gatehouse.permission.sharing.SharingSettings.Queue;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** One public group, or one queue: a group that owns records. */
@Named
@ViewScoped
public class SetupGroupPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final SystemPermission NEEDED = SystemPermission.CUSTOMIZE_APPLICATION;
    private static final String LIST = "/setup/sharing";

    @Inject
    transient SetupDoor setup;

    @EJB
    transient SharingService sharing;

    private final FormValues form = new FormValues();
    private boolean queue;
    private String name = "";
    private @Nullable Integer version;

    /** Before the page is shown. */
    public void show() {
        setup.show(NEEDED, () -> {
            if (!FacesContext.getCurrentInstance().isPostback()) {
                queue = SetupDoor.parameter("kind").equals("queue");
                name = SetupDoor.parameter("name");
                if (!name.isEmpty()) {
                    read();
                }
            }
            return this;
        });
    }

    private void read() {
        if (queue) {
            Queue read = named(sharing.queues().stream().filter(it -> it.name().equals(name)));
            read(read.label(), read.members(), read.version());
            form.put("objects", String.join(", ", read.objects()));
        } else {
            Group read = named(sharing.groups().stream().filter(it -> it.name().equals(name)));
            read(read.label(), read.members(), read.version());
            form.put("hierarchyAccess", read.hierarchyAccess());
        }
    }

    private void read(String label, List<Member> members, @Nullable Integer read) {
        form.put("label", label);
        form.put("members", SharingText.members(members));
        version = read;
    }

    private <T> T named(Stream<T> found) {
        return found.findFirst().orElseThrow(() -> new ProblemException(new Problem.NotFound(Problem.Thing.GROUP, name, "There is no group of this name.")));
    }

    /** Makes it, or changes it at the version that the page was made of. */
    public void save() {
        String wanted = isNew() ? form.text("name") : name;
        setup.act(NEEDED, queue ? "queue.save" : "group.save", wanted, LIST, () -> {
            List<Member> members = SharingText.members("members", form.lines("members"));
            if (queue) {
                List<String> objects = Arrays.stream(form.text("objects").split("[,\\s]+")).filter(it -> !it.isEmpty()).toList();
                sharing.save(new Queue(wanted, form.text("label"), objects, members, version));
            } else {
                sharing.save(new Group(wanted, form.text("label"), form.flag("hierarchyAccess"), members, version));
            }
            return wanted;
        });
    }

    /** Deletes what nothing names any more. */
    public void delete() {
        setup.act(NEEDED, queue ? "queue.delete" : "group.delete", name, LIST, () -> {
            if (queue) {
                sharing.deleteQueue(name);
            } else {
                sharing.deleteGroup(name);
            }
            return name;
        });
    }

    public boolean isNew() {
        return name.isEmpty();
    }

    public boolean isQueue() {
        return queue;
    }

    /** What the page is about, for its heading. */
    public String getHeading() {
        String kind = queue ? "queue" : "public group";
        return isNew() ? "New " + kind : name;
    }

    public Map<String, Object> getForm() {
        return form.all();
    }

    public List<String> getKinds() {
        return SharingText.kinds();
    }
}
