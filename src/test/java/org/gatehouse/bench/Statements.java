package org.gatehouse.bench;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.query.plan.Moment;
import org.gatehouse.query.plan.QueryLimits;
import org.gatehouse.query.plan.QueryPlan;
import org.gatehouse.query.plan.QueryPlan.Output;
import org.gatehouse.query.plan.QueryPlanner;
import org.gatehouse.query.sql.SqlCompiler;
import org.gatehouse.query.syntax.QueryParser;
import org.gatehouse.query.syntax.SyntaxLimits;
import org.jooq.DSLContext;
import org.jooq.Select;

/** What Gatehouse makes of queries: the three steps, without running the statements. */
final class Statements {
    private final QueryParser parser = new QueryParser(SyntaxLimits.DEFAULT);
    private final QueryPlanner planner = new QueryPlanner(QueryLimits.DEFAULT);
    private final SqlCompiler compiler;
    private final DSLContext sql;

    Statements(DSLContext sql) {
        this.sql = sql;
        this.compiler = new SqlCompiler(sql.dialect());
    }

    /**
     * The statements of a query under a person's access: the query's own, and one for each query for children.
     *
     * @param parents whose children are asked for
     */
    List<Sql> of(String soql, EffectiveAccess access, Collection<String> parents) {
        QueryPlan plan = plan(soql, access);
        List<Sql> statements = new ArrayList<>();
        statements.add(Sql.of(compiler.compile(plan, sql)));
        if (plan.output() instanceof Output.Records records) {
            records.children().forEach(
                    children -> statements.add(Sql.of(compiler.compile(children, parents, QueryLimits.DEFAULT.childRows(), sql))));
        }
        return statements;
    }

    QueryPlan plan(String soql, EffectiveAccess access) {
        return planner.plan(parser.parse(soql), access, new Moment(Instant.EPOCH, ZoneOffset.UTC));
    }

    /** A statement as the driver gets it. */
    record Sql(String text, List<Object> values) {
        static Sql of(Select<?> statement) {
            return new Sql(statement.getSQL(), statement.getBindValues());
        }
    }
}
