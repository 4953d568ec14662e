package org.gatehouse.query.syntax;

import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.Problem.QueryError;
import org.gatehouse.platform.problem.ProblemException;

/** Makes the problems of the query language. Every message names line and column, for a reader who has only the text. */
public final class SyntaxProblems {
    private SyntaxProblems() {}

    /** A problem at a place in the query. */
    public static ProblemException at(Position position, QueryError error, String message) {
        String full = "Line " + position.line() + ", column " + position.column() + ": " + message;
        return new ProblemException(new Problem.InvalidQuery(error, full, position.line(), position.column()));
    }

    static ProblemException malformed(Position position, String message) {
        return at(position, QueryError.MALFORMED_QUERY, message);
    }
}
