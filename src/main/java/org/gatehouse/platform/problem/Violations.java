package org.gatehouse.platform.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with settings, so that an administrator reads all of it at once. */
public final class Violations {
    private final List<Problem.Violation> found = new ArrayList<>();

    public void add(String place, String message) {
        found.add(new Problem.Violation(place, message));
    }

    /** Adds a complaint unless the condition holds. */
    public void require(boolean condition, String place, String message) {
        if (!condition) {
            add(place, message);
        }
    }

    /** Refuses the settings if anything is wrong with them. */
    public void refuse() {
        if (!found.isEmpty()) {
            throw new ProblemException(new Problem.InvalidArguments("The settings cannot be saved.", found));
        }
    }

    /** Refuses settings for one reason. */
    public static ProblemException one(String place, String message) {
        return new ProblemException(
                new Problem.InvalidArguments("The settings cannot be saved.", List.of(new Problem.Violation(place, message))));
    }
}
