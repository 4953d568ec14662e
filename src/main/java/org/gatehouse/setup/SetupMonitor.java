package org.gatehouse.setup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.gatehouse.audit.OperatorActs;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** The JMX view of the whole setup. */
final class SetupMonitor implements SetupMXBean {
    private final SetupService setup;
    private final AppliedSetups applied;
    private final OperatorActs operator;

    SetupMonitor(SetupService setup, AppliedSetups applied, OperatorActs operator) {
        this.setup = setup;
        this.applied = applied;
        this.operator = operator;
    }

    @Override
    public String getLastApplied() {
        return applied.last().map(it -> it.at() + " by " + it.by()).orElse("");
    }

    @Override
    public String export() {
        return operator.call("setup.export", "", () -> Json.pretty(setup.export()));
    }

    @Override
    public String plan(String document, boolean prune) {
        return operator.call("setup.plan", "", () -> Json.pretty(setup.plan(read(document), prune)));
    }

    @Override
    public String apply(String document, boolean prune, String basis) {
        return operator.call("setup.apply", "", () -> Json.pretty(setup.apply(read(document), prune, basis, SetupAuthor.OPERATOR)));
    }

    @Override
    public String drift() {
        return operator.call("setup.drift", "", () -> Json.pretty(setup.drift()));
    }

    private static SetupDocument read(String document) {
        try {
            return Json.read(document.getBytes(StandardCharsets.UTF_8), SetupDocument.class);
        } catch (IOException e) {
            throw new ProblemException(new Problem.InvalidInput("This is no setup. " + Json.complaint(e)));
        }
    }
}
