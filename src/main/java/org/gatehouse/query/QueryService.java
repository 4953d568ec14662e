package org.gatehouse.query;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.identity.Caller;
import org.gatehouse.permission.PermissionEngine;
import org.gatehouse.query.syntax.BoundValue;

/** Runs queries as the caller: the way in for tools and every other door. */
@Stateless
public class QueryService {
    @Inject
    QueryEngine engine;

    @Inject
    PermissionEngine permissions;

    @Inject
    QueryCursors cursors;

    /**
     * The records that a query finds among those that the caller may see.
     *
     * @throws org.gatehouse.platform.problem.ProblemException with line and column if the query cannot be run as written
     */
    public QueryResult query(Caller caller, String soql) {
        return engine.run(soql, permissions.access(caller));
    }

    /**
     * The records that a query finds, page by page.
     *
     * @param cursor of the page before, empty for the first one
     * @throws org.gatehouse.platform.problem.ProblemException also if the cursor does not continue this query of this caller
     */
    public QueryResult query(Caller caller, String soql, Optional<String> cursor) {
        long answered = cursor.map(given -> cursors.open(caller, soql, given)).orElse(0L);
        QueryResult result = engine.run(soql, permissions.access(caller), answered);
        return engine.goesOn(result) ? result.withCursor(cursors.issue(caller, soql, result.answered())) : result;
    }

    /**
     * The same for a query with values for the names after colons.
     *
     * @param values by name, without the colon
     */
    public QueryResult query(Caller caller, String soql, Map<String, List<BoundValue>> values) {
        return engine.run(soql, values, permissions.access(caller));
    }

    /**
     * The records of several objects that hold words, among those that the caller may see.
     *
     * @throws org.gatehouse.platform.problem.ProblemException with line and column if the search cannot be run as written
     */
    public QueryResult search(Caller caller, String sosl) {
        return engine.search(sosl, permissions.access(caller));
    }
}
