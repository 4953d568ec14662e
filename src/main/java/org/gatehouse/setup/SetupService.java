package org.gatehouse.setup;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatehouse.audit.AuditText;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** Exports, plans, applies and compares the setup, each call in one transaction. Who may do so is for the caller to have decided. */
@Stateless
public class SetupService {
    private static final int LONGEST_NAME = 80;

    @Inject
    SetupParts parts;

    @Inject
    AppliedSetups applied;

    @Inject
    ConfigurationVersions versions;

    @Inject
    InstantSource clock;

    /** The whole setup, as far as documents have it. */
    public SetupDocument export() {
        return parts.present(parts.names());
    }

    /**
     * What applying a document would do. Nothing is changed; what only the services know to refuse is refused when it is applied.
     *
     * @param prune whether things are taken away that a part of the document does not name
     */
    public SetupPlan plan(SetupDocument document, boolean prune) {
        return new SetupPlanning(parts, document, prune).plan();
    }

    /**
     * Applies a document, all of it or nothing.
     *
     * @param basis that of the plan which somebody has read; a conflict if the setup has changed since
     */
    public AppliedSetup apply(SetupDocument document, boolean prune, String basis, SetupAuthor author) {
        // Whoever else changes anything that counts waits here, or has been waited for.
        versions.changed(Topic.ACCESS);
        SetupPlanning planning = new SetupPlanning(parts, document, prune);
        SetupPlan plan = planning.plan();
        if (!plan.basis().equals(basis)) {
            throw new ProblemException(new Problem.Conflict(
                    "The setup has changed since that plan was made, or it was a plan for other parts. Make the plan again, read it, and apply with its basis."));
        }
        plan.changes().forEach(change -> planning.make(change, author));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String by = AuditText.fit(author.username(), LONGEST_NAME);
        applied.add(now, by, parts.present(document.parts().keySet()));
        return new AppliedSetup(now.toString(), by, plan.changes());
    }

    /** What has changed since a document was applied last; not found if none was. */
    public SetupDrift drift() {
        AppliedSetups.Applied last = applied.last()
                .orElseThrow(() -> new ProblemException(new Problem.NotFound(Problem.Thing.RULE, "", "No setup was applied yet.")));
        List<SetupChange> changes = new ArrayList<>();
        for (SetupPart part : parts.all()) {
            Map<String, JsonNode> then = last.after().parts().get(part.name());
            if (then != null) {
                Map<String, JsonNode> now = part.current();
                changes.addAll(SetupComparison.puts(part.name(), then, now, (name, thing) -> part.needs(thing)));
                changes.addAll(SetupComparison.removals(part.name(), then, now.keySet(), (name, thing) -> part.needs(thing)));
            }
        }
        return new SetupDrift(last.at().toString(), last.by(), changes);
    }
}
