package org.gatehouse.api;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** Reads query parameters that are more than words. */
final class QueryTexts {
    private QueryTexts() {}

    static Instant instant(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong(name, "it is a moment in ISO 8601 with a Z at the end, for example 2026-11-22T10:00:00Z");
        }
    }

    static ProblemException wrong(String name, String message) {
        return new ProblemException(new Problem.InvalidArguments("The parameter " + name + " is not right.", List.of(new Problem.Violation(name, message))));
    }
}
