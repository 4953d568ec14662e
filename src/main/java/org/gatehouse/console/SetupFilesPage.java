package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Violations;
import org.gatehouse.setup.SetupAuthor;
import org.gatehouse.setup.SetupChange;
import org.gatehouse.setup.SetupDocument;
import org.gatehouse.setup.SetupDrift;
import org.gatehouse.setup.SetupPlan;
import org.gatehouse.setup.SetupService;
import org.jspecify.annotations.Nullable;

/**
 * Setup as files: the plan of a document that somebody sends, its application, and what has changed since the last one. The document waits with
 * the plan in the view; what is applied is what the plan was made of, and on the setup that it was compared with.
 */
@Named
@ViewScoped
public class SetupFilesPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final SystemPermission NEEDED = SystemPermission.CUSTOMIZE_APPLICATION;

    /** As much as automation takes. */
    private static final int MOST = 2 * 1024 * 1024;

    @Inject
    transient SetupDoor setup;

    @EJB
    transient SetupService documents;

    private transient @Nullable Part file;
    private byte[] document = {};
    private boolean prune;
    private boolean confirmed;
    private String basis = "";
    private ArrayList<Change> changes = new ArrayList<>();
    private ArrayList<String> left = new ArrayList<>();
    private String applied = "";
    private ArrayList<Change> drift = new ArrayList<>();

    /** Before the page is shown. */
    public void show() {
        setup.show(NEEDED, () -> this);
    }

    /** Reads the document and shows what applying it would do. */
    public void plan() {
        basis = "";
        setup.perform(NEEDED, "setup.plan", "", () -> {
            document = sent();
            return documents.plan(SetupDocument.parse(document), prune);
        }).ifPresent(this::read);
    }

    private void read(SetupPlan plan) {
        basis = plan.basis();
        changes = new ArrayList<>(plan.changes().stream().map(Change::of).toList());
        left = new ArrayList<>(plan.left());
    }

    private byte[] sent() throws IOException {
        Part sent = file;
        if (sent == null || sent.getSize() == 0) {
            throw Violations.one("/file", "choose a document");
        }
        try (InputStream content = sent.getInputStream()) {
            byte[] read = content.readNBytes(MOST + 1);
            if (read.length > MOST) {
                throw Violations.one("/file", "a document has at most 2 MiB");
            }
            return read;
        }
    }

    /** Applies the document that the plan was made of, if the setup is still as it was then. */
    public void apply() {
        setup.act(NEEDED, "setup.apply", "", "/setup/files", () -> {
            setup.require(SystemPermission.MANAGE_USERS);
            SetupAuthor author = new SetupAuthor(setup.userId(), setup.getUsername(), setup.address(), confirmed);
            return documents.apply(SetupDocument.parse(document), prune, basis, author);
        });
    }

    /** Shows what has changed since a document was applied last. */
    public void compare() {
        setup.perform(NEEDED, "setup.drift", "", documents::drift).ifPresent(this::read);
    }

    private void read(SetupDrift found) {
        applied = found.appliedAt() + " by " + found.appliedBy();
        drift = new ArrayList<>(found.changes().stream().map(Change::of).toList());
    }

    /** Whether a plan waits to be applied. */
    public boolean isPlanned() {
        return !basis.isEmpty();
    }

    public List<Change> getChanges() {
        return changes;
    }

    /** What the document does not name, and stays. */
    public List<String> getLeft() {
        return left;
    }

    /** When a document was applied last and by whom; empty if nobody has asked yet. */
    public String getApplied() {
        return applied;
    }

    public List<Change> getDrift() {
        return drift;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public boolean isPrune() {
        return prune;
    }

    public void setPrune(boolean prune) {
        this.prune = prune;
    }

    public boolean isConfirmed() {
        return confirmed;
    }

    public void setConfirmed(boolean confirmed) {
        this.confirmed = confirmed;
    }

    /**
     * What becomes of one thing.
     *
     * @param before as JSON; empty for a new one
     * @param after as JSON; empty for one that goes
     */
    public record Change(String part, String name, String kind, String before, String after) implements Serializable {
        static Change of(SetupChange it) {
            String kind = switch (it.kind()) {
                case CREATE -> "new";
                case CHANGE -> "changed";
                case REMOVE -> "removed";
            };
            return new Change(it.part(), it.name(), kind, text(it.before()), text(it.after()));
        }

        private static String text(@Nullable Object json) {
            return json == null ? "" : Json.pretty(json);
        }
    }
}
