package org.gatehouse.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.platform.problem.Violations;

/** What speaks against a document, each with the place in it. */
final class SetupViolations {
    private final List<Problem.Violation> found = new ArrayList<>();

    /** Looks at the document as a whole. */
    void require(SetupDocument document, Collection<String> parts) {
        if (document.format() != SetupDocument.FORMAT) {
            found.add(new Problem.Violation("/format", "the format is " + SetupDocument.FORMAT));
        }
        document.parts().keySet().stream()
                .filter(part -> !parts.contains(part))
                .forEach(part -> found.add(new Problem.Violation("/parts/" + part, "there is no such part; there are " + String.join(", ", parts))));
        refuse();
    }

    /** Does something for a thing of a part; what speaks against it is kept with its place. */
    void within(String part, String thing, Runnable work) {
        String place = "/parts/" + part + "/" + thing.replace("~", "~0").replace("/", "~1");
        try {
            work.run();
        } catch (ProblemException e) {
            switch (e.problem()) {
                case Problem.InvalidArguments(var message, var violations) when !violations.isEmpty() ->
                    violations.forEach(it -> found.add(new Problem.Violation(place + it.location(), it.message())));
                case Problem.Internal internal -> throw e;
                default -> found.add(new Problem.Violation(place, e.problem().message()));
            }
        }
    }

    /** Refuses the document if anything speaks against it. */
    void refuse() {
        if (!found.isEmpty()) {
            throw new ProblemException(new Problem.InvalidArguments("The setup cannot be applied. Nothing was changed.", found));
        }
    }

    /** A thing of a document. */
    static ObjectNode object(JsonNode thing) {
        if (thing instanceof ObjectNode object) {
            return object;
        }
        throw Violations.one("", "a thing is a JSON object");
    }
}
