package org.gatehouse.bench;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.query.plan.Moment;
import org.gatehouse.query.plan.QueryLimits;
import org.gatehouse.query.plan.QueryPlan;
import org.gatehouse.query.plan.QueryPlanner;
import org.gatehouse.query.sql.SqlCompiler;
import org.gatehouse.query.syntax.Query;
import org.gatehouse.query.syntax.QueryParser;
import org.gatehouse.query.syntax.SyntaxLimits;
import org.jooq.DSLContext;

/** How long it takes from a query's text to the statement with its values. */
final class TranslationTimes {
    private static final List<String> TYPICAL = List.of(
            "SELECT Id, Name, Industry FROM Account ORDER BY Name LIMIT 10",
            "SELECT Id, Name, StageName, Amount, Account.Name, Owner.Name FROM Opportunity WHERE IsClosed = false AND CloseDate = THIS_QUARTER"
                    + " AND Amount > 10000 ORDER BY Amount DESC NULLS LAST LIMIT 50",
            "SELECT Industry, COUNT(Id), SUM(NumberOfEmployees) FROM Account WHERE BillingCountry IN ('France', 'Germany') GROUP BY Industry");
    private static final int RUNS = 3_000;
    private static final int BATCHES = 11;

    private final BigOrganisation organisation;
    private final Report report;

    TranslationTimes(BigOrganisation organisation, Report report) {
        this.organisation = organisation;
        this.report = report;
    }

    void measure() {
        DSLContext sql = organisation.database().sql();
        EffectiveAccess access = organisation.access("big.13");
        QueryParser parser = new QueryParser(SyntaxLimits.DEFAULT);
        QueryPlanner planner = new QueryPlanner(QueryLimits.DEFAULT);
        SqlCompiler compiler = new SqlCompiler(sql.dialect());
        Moment moment = new Moment(Instant.EPOCH, ZoneOffset.UTC);
        report.line("");
        report.line("%8s %8s %8s %8s   µs, warm, medians of %d batches", "parse", "plan", "render", "all", BATCHES);
        for (String soql : TYPICAL) {
            Query query = parser.parse(soql);
            QueryPlan plan = planner.plan(query, access, moment);
            double parse = micros(() -> parser.parse(soql));
            double planned = micros(() -> planner.plan(query, access, moment));
            double render = micros(() -> Statements.Sql.of(compiler.compile(plan, sql)));
            double all = micros(() -> Statements.Sql.of(compiler.compile(planner.plan(parser.parse(soql), access, moment), sql)));
            report.line("%8.1f %8.1f %8.1f %8.1f   %s", parse, planned, render, all, soql);
        }
    }

    private static double micros(Runnable step) {
        double[] batches = new double[BATCHES];
        for (int batch = 0; batch < BATCHES; batch++) {
            long start = System.nanoTime();
            for (int run = 0; run < RUNS; run++) {
                step.run();
            }
            batches[batch] = (System.nanoTime() - start) / 1e3 / RUNS;
        }
        Arrays.sort(batches);
        return batches[BATCHES / 2];
    }
}
