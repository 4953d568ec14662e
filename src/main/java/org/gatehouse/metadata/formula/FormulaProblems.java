package org.gatehouse.metadata.formula;

import java.util.List;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** The refusals of a formula. Each says where in the text it is wrong. */
final class FormulaProblems {
    private FormulaProblems() {}

    static ProblemException at(Term.Place place, String message) {
        String where = "Line " + place.line() + ", column " + place.column() + ": " + message;
        return new ProblemException(new Problem.InvalidArguments(
                "The formula cannot be used. " + where, List.of(new Problem.Violation("/formula", where))));
    }
}
