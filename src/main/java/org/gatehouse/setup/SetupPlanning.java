package org.gatehouse.setup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** One comparison of a document with the setup, and the work that follows from it. */
final class SetupPlanning {
    private final SetupParts parts;
    private final SetupDocument document;
    private final boolean prune;
    private final SetupDocument present;
    private final SetupViolations violations = new SetupViolations();

    SetupPlanning(SetupParts parts, SetupDocument document, boolean prune) {
        this.parts = parts;
        this.document = document;
        this.prune = prune;
        violations.require(document, parts.names());
        present = parts.present(document.parts().keySet());
    }

    /** What would be done. */
    SetupPlan plan() {
        List<SetupChange> puts = new ArrayList<>();
        List<SetupChange> removals = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (SetupPart part : parts.all()) {
            Map<String, JsonNode> written = document.parts().get(part.name());
            if (written != null) {
                SortedMap<String, JsonNode> wanted = normal(part, written);
                Map<String, JsonNode> there = Objects.requireNonNull(present.parts().get(part.name()), "what was asked for is there");
                puts.addAll(SetupComparison.puts(part.name(), there, wanted, (name, thing) -> part.needs(thing)));
                List<SetupChange> unnamed = SetupComparison.removals(part.name(), there, wanted.keySet(), (name, thing) -> part.needs(thing));
                if (prune && part.removes()) {
                    // What is made last names what was made before, so it goes first.
                    removals.addAll(0, unnamed);
                } else {
                    unnamed.stream().map(it -> it.part() + "/" + it.name()).sorted().forEach(left::add);
                }
            }
        }
        violations.refuse();
        List<SetupChange> changes = new ArrayList<>(puts);
        changes.addAll(removals);
        return new SetupPlan(SetupComparison.digest(present), changes, left);
    }

    private SortedMap<String, JsonNode> normal(SetupPart part, Map<String, JsonNode> written) {
        SortedMap<String, JsonNode> wanted = new TreeMap<>();
        written.forEach((name, thing) -> violations.within(part.name(), name, () -> wanted.put(name, part.normal(name, SetupViolations.object(thing)))));
        return wanted;
    }

    /** Makes one of the changes. */
    void make(SetupChange change, SetupAuthor author) {
        SetupPart part = parts.part(change.part());
        violations.within(change.part(), change.name(), () -> {
            if (change.kind() == SetupChange.Kind.REMOVE) {
                part.remove(change.name(), author);
            } else {
                part.put(change.name(), SetupViolations.object(written(change)), author);
            }
        });
        // The transaction is lost with the first refusal, so there is no second to look for.
        violations.refuse();
    }

    private JsonNode written(SetupChange change) {
        Map<String, JsonNode> things = Objects.requireNonNull(document.parts().get(change.part()));
        return Objects.requireNonNull(things.get(change.name()));
    }
}
