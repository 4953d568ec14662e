package org.gatehouse.setup;

import java.nio.charset.StandardCharsets;
import org.gatehouse.audit.OperatorActs;
import org.gatehouse.platform.json.Json;

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
        return operator.call("setup.plan", "", () -> Json.pretty(setup.plan(SetupDocument.parse(document.getBytes(StandardCharsets.UTF_8)), prune)));
    }

    @Override
    public String apply(String document, boolean prune, String basis) {
        return operator.call("setup.apply", "", () -> Json.pretty(setup.apply(SetupDocument.parse(document.getBytes(StandardCharsets.UTF_8)), prune, basis, SetupAuthor.OPERATOR)));
    }

    @Override
    public String drift() {
        return operator.call("setup.drift", "", () -> Json.pretty(setup.drift()));
    }
}
