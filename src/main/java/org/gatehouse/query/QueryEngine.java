package org.gatehouse.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.problem.Problem.QueryError;
import org.gatehouse.query.plan.QueryLimits;
import org.gatehouse.query.plan.QueryPlan;
import org.gatehouse.query.plan.QueryPlanner;
import org.gatehouse.query.sql.RecordReader;
import org.gatehouse.query.sql.SqlCompiler;
import org.gatehouse.query.syntax.Position;
import org.gatehouse.query.syntax.QueryParser;
import org.gatehouse.query.syntax.SyntaxLimits;
import org.gatehouse.query.syntax.SyntaxProblems;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.exception.DataAccessException;

/** The three steps of a query, one after the other. */
@Singleton
public class QueryEngine {
    /** SQL state of a statement that ran into its time limit, on both databases. */
    private static final String CANCELLED = "57014";

    private final QueryParser parser = new QueryParser(SyntaxLimits.DEFAULT);
    private final QueryPlanner planner = new QueryPlanner(QueryLimits.DEFAULT);
    private final Database database;
    private final SqlCompiler compiler;
    private final int timeoutSeconds;

    @Inject
    public QueryEngine(Database database, QueryConfiguration configuration) {
        this.database = database;
        this.compiler = new SqlCompiler(database.sql().dialect());
        this.timeoutSeconds = configuration.timeoutSeconds();
    }

    /**
     * Runs a query under a person's access.
     *
     * @throws org.gatehouse.platform.problem.ProblemException if the query cannot be run as written, or runs too long
     */
    public QueryResult run(String soql, EffectiveAccess access) {
        QueryPlan plan = planner.plan(parser.parse(soql), access);
        Select<? extends Record> statement = compiler.compile(plan, database.sql());
        statement.queryTimeout(timeoutSeconds);
        try {
            return switch (plan.output()) {
                case QueryPlan.Output.Count() -> new QueryResult(statement.fetchSingle().get(0, Long.class), true, List.of(), plan.objects());
                case QueryPlan.Output.Records(var shape) -> records(plan, statement.fetch().map(new RecordReader(shape)::read));
            };
        } catch (DataAccessException e) {
            if (CANCELLED.equals(e.sqlState())) {
                throw SyntaxProblems.at(new Position(1, 1), QueryError.QUERY_TIMEOUT,
                        "the query ran longer than " + timeoutSeconds + " seconds. Filter more, or select fewer parents.");
            }
            throw e;
        }
    }

    private static QueryResult records(QueryPlan plan, List<ObjectNode> found) {
        boolean done = found.size() <= plan.page();
        List<ObjectNode> page = done ? found : found.subList(0, (int) plan.page());
        return new QueryResult(page.size(), done, page, plan.objects());
    }
}
