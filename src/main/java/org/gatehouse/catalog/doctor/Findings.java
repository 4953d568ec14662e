package org.gatehouse.catalog.doctor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was found so far, one finding for a step. */
final class Findings {
    private static final String NOT_REACHED = "An earlier step has to succeed first.";

    private final Map<Step, Finding> found = new EnumMap<>(Step.class);

    void passed(Step step, String what) {
        add(step, Verdict.PASSED, what, "");
    }

    void noted(Step step, String what, String advice) {
        add(step, Verdict.NOTED, what, advice);
    }

    void failed(Step step, String what, String advice) {
        add(step, Verdict.FAILED, what, advice);
    }

    void skipped(Step step, String why) {
        add(step, Verdict.SKIPPED, why, "");
    }

    boolean has(Step step) {
        return found.containsKey(step);
    }

    private void add(Step step, Verdict verdict, String what, String advice) {
        found.put(step, new Finding(step, verdict, what, advice));
    }

    /** One for each step; a step that nobody got to says so. */
    List<Finding> all() {
        List<Finding> all = new ArrayList<>();
        for (Step step : Step.values()) {
            all.add(found.getOrDefault(step, new Finding(step, Verdict.SKIPPED, NOT_REACHED, "")));
        }
        return all;
    }
}
