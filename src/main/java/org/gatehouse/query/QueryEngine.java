package org.gatehouse.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.problem.Problem.QueryError;
import org.gatehouse.query.PreparedQueries.Asked;
import org.gatehouse.query.plan.Moment;
import org.gatehouse.query.plan.QueryLimits;
import org.gatehouse.query.plan.QueryPlan;
import org.gatehouse.query.plan.QueryPlan.Output;
import org.gatehouse.query.plan.QueryPlanner;
import org.gatehouse.query.sql.RecordReader;
import org.gatehouse.query.sql.SqlCompiler;
import org.gatehouse.query.syntax.BoundValue;
import org.gatehouse.query.syntax.Position;
import org.gatehouse.query.syntax.Query;
import org.gatehouse.query.syntax.QueryParser;
import org.gatehouse.query.syntax.Search;
import org.gatehouse.query.syntax.SyntaxProblems;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.exception.DataAccessException;

/** The three steps of a query, one after the other; a search is several queries. */
@Singleton
public class QueryEngine {
    /** SQL state of a statement that ran into its time limit, on both databases. */
    private static final String CANCELLED = "57014";

    private final QueryParser parser;
    private final QueryPlanner planner;
    private final QueryLimits limits;
    private final Database database;
    private final SqlCompiler compiler;
    private final PreparedQueries prepared = new PreparedQueries();
    private final InstantSource clock;
    private final int timeoutSeconds;

    @Inject
    public QueryEngine(Database database, QueryConfiguration configuration, InstantSource clock) {
        this.parser = new QueryParser(configuration.syntaxLimits());
        this.limits = configuration.limits();
        this.planner = new QueryPlanner(limits);
        this.database = database;
        this.compiler = new SqlCompiler(database.sql().dialect());
        this.clock = clock;
        this.timeoutSeconds = configuration.timeoutSeconds();
    }

    /**
     * Runs a query under a person's access.
     *
     * @throws org.gatehouse.platform.problem.ProblemException if the query cannot be run as written, or runs too long
     */
    public QueryResult run(String soql, EffectiveAccess access) {
        return run(prepared(soql, Map.of(), access, 0));
    }

    /**
     * Runs a query, leaving out the first records, which earlier pages answered. All is decided anew: whatever the person lost since is not in it.
     *
     * @throws org.gatehouse.platform.problem.ProblemException as without
     */
    public QueryResult run(String soql, EffectiveAccess access, long answered) {
        return run(prepared(soql, Map.of(), access, answered));
    }

    /** Whether more records of a query may be asked for. */
    boolean goesOn(QueryResult result) {
        return !result.done() && !result.records().isEmpty() && result.answered() < limits.rows();
    }

    /**
     * Runs a query with values for the names after colons.
     *
     * @throws org.gatehouse.platform.problem.ProblemException as without
     */
    public QueryResult run(String soql, Map<String, List<BoundValue>> values, EffectiveAccess access) {
        return run(prepared(soql, values, access, 0));
    }

    /** The names after colons in a text, whether or not it is a query. */
    public Set<String> names(String soql) {
        return parser.names(soql);
    }

    /**
     * Refuses a text that is no query with these values, whoever may ask it.
     *
     * @throws org.gatehouse.platform.problem.ProblemException with line and column
     */
    public void check(String soql, Map<String, List<BoundValue>> values) {
        parser.parse(soql, values);
    }

    /**
     * Runs a search under a person's access: object by object, until it has as many records as it may have.
     *
     * @throws org.gatehouse.platform.problem.ProblemException if the search cannot be run as written, or runs too long
     */
    public QueryResult search(String sosl, EffectiveAccess access) {
        Search search = parser.parseSearch(sosl);
        long left = Math.min(search.limit().map(Query.RowCount::value).orElse((long) SearchQueries.RECORDS), SearchQueries.RECORDS);
        boolean done = true;
        List<ObjectNode> records = new ArrayList<>();
        Set<String> objects = new LinkedHashSet<>();
        // All are planned before the first is run: a mistake in the last one is told at once.
        List<QueryPlan> plans = new SearchQueries(access).of(search).stream().map(query -> plan(query, access)).toList();
        for (QueryPlan plan : plans) {
            QueryResult found = run(prepared(plan));
            List<ObjectNode> taken = found.records().subList(0, (int) Math.min(left, found.records().size()));
            records.addAll(taken);
            objects.addAll(found.objects());
            done &= found.done() && taken.size() == found.records().size();
            left -= taken.size();
        }
        return new QueryResult(records.size(), done, records, objects);
    }

    /**
     * Runs a query that was not written by anybody, for example one for the records that a path leads to.
     *
     * @throws org.gatehouse.platform.problem.ProblemException as for a written one
     */
    public QueryResult run(Query query, EffectiveAccess access) {
        return run(prepared(plan(query, access)));
    }

    private QueryPlan plan(Query query, EffectiveAccess access) {
        return planner.plan(query, access, moment(access), 0);
    }

    private Moment moment(EffectiveAccess access) {
        return new Moment(clock.instant(), access.timeZone());
    }

    private PreparedQuery prepared(String soql, Map<String, List<BoundValue>> values, EffectiveAccess access, long answered) {
        Moment moment = moment(access);
        return prepared.of(
                new Asked(access, soql, values, answered, moment.today()),
                () -> prepared(planner.plan(parser.parse(soql, values), access, moment, answered)));
    }

    private PreparedQuery prepared(QueryPlan plan) {
        return PreparedQuery.of(plan, compiler.compile(plan, database.sql()), database.sql());
    }

    private QueryResult run(PreparedQuery query) {
        QueryPlan plan = query.plan();
        ResultQuery<? extends Record> statement = query.statement(database.sql());
        return switch (plan.output()) {
            case Output.Count() -> {
                long count = timed(statement, () -> statement.fetchSingle().get(0, Long.class));
                yield new QueryResult(count, true, List.of(), plan.objects());
            }
            case Output.Records(var shape, var children) -> {
                List<? extends Record> rows = timed(statement, statement::fetch);
                List<? extends Record> page = page(plan, rows);
                RecordReader reader = new RecordReader(shape);
                List<ObjectNode> records = page.stream().map(reader::read).toList();
                new ChildRecords(database.sql(), compiler, this::timed, limits).attach(plan, children, page, records);
                yield result(plan, records, page.size() == rows.size());
            }
            case Output.Groups(var results, var groupBy, var sets, var having) -> {
                List<? extends Record> rows = timed(statement, statement::fetch);
                List<? extends Record> page = page(plan, rows);
                List<ObjectNode> groups = page.stream().map(row -> RecordReader.group(results, row)).toList();
                yield result(plan, groups, page.size() == rows.size());
            }
        };
    }

    private static QueryResult result(QueryPlan plan, List<ObjectNode> records, boolean done) {
        return new QueryResult(records.size(), done, records, plan.answered() + records.size(), Optional.empty(), plan.objects());
    }

    private static <R> List<? extends R> page(QueryPlan plan, List<? extends R> rows) {
        return rows.size() <= plan.page() ? rows : rows.subList(0, (int) plan.page());
    }

    private <T> T timed(ResultQuery<?> statement, Supplier<T> fetch) {
        statement.queryTimeout(timeoutSeconds);
        try {
            return fetch.get();
        } catch (DataAccessException e) {
            if (CANCELLED.equals(e.sqlState())) {
                throw SyntaxProblems.at(new Position(1, 1), QueryError.QUERY_TIMEOUT,
                        "the query ran longer than " + timeoutSeconds + " seconds. Filter more, or select fewer parents.");
            }
            throw e;
        }
    }
}
