package org.gatehouse.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.query.plan.Moment;
import org.gatehouse.query.plan.QueryLimits;
import org.gatehouse.query.plan.QueryPlan;
import org.gatehouse.query.plan.QueryPlanner;
import org.gatehouse.query.sql.SqlCompiler;
import org.gatehouse.query.syntax.QueryParser;
import org.gatehouse.query.syntax.SyntaxLimits;
import org.gatehouse.testing.SampleWorld;
import org.gatehouse.testing.SampleWorld.Product;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The golden cases in {@code queries/golden.txt}: for a query and a caller, the statement that runs on PostgreSQL and the rows that both
 * databases answer. Run with {@code -Dgolden.update=true} to write the file anew, then read what changed.
 */
class GoldenQueriesTest {
    private static final Path FILE = Path.of("src/test/resources/queries/golden.txt");

    private static final DSLContext POSTGRESQL = DSL.using(
            SQLDialect.POSTGRES, new Settings().withRenderFormatted(true).withRenderQuotedNames(RenderQuotedNames.ALWAYS));

    private static final QueryParser PARSER = new QueryParser(SyntaxLimits.DEFAULT);
    private static final Moment MOMENT = new Moment(SampleWorld.NOW, ZoneOffset.UTC);
    private static final QueryPlanner PLANNER = new QueryPlanner(QueryLimits.DEFAULT);

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("casesOnEachProduct")
    void p47AnswersTheGoldenRows(Product product, GoldenCase golden) {
        assertThat(rows(product, golden)).isEqualTo(golden.rows());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void runsTheGoldenStatement(GoldenCase golden) {
        assertThat(statement(golden)).isEqualTo(golden.sql());
    }

    @Test
    void isUpToDate() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            List<GoldenCase> now = GoldenCase.read(FILE).stream()
                    .map(golden -> golden.with(statement(golden), rows(Product.H2, golden)))
                    .toList();
            Files.writeString(FILE, GoldenCase.write(now));
        }

        assertThat(GoldenCase.read(FILE)).hasSizeGreaterThan(20);
    }

    static Stream<GoldenCase> cases() throws IOException {
        return GoldenCase.read(FILE).stream();
    }

    static Stream<Arguments> casesOnEachProduct() throws IOException {
        return cases().flatMap(golden -> Stream.of(Product.values()).map(product -> Arguments.of(product, golden)));
    }

    /** The answer, or the refusal as a line. */
    private static List<String> rows(Product product, GoldenCase golden) {
        QueryResult result;
        try {
            result = SampleWorld.shared(product).query(golden.caller(), golden.query());
        } catch (ProblemException e) {
            return List.of("refused " + e.problem().code() + " " + e.problem().message());
        }
        return Stream.concat(
                        Stream.of("totalSize " + result.totalSize() + (result.done() ? ", done" : ", not done")),
                        result.records().stream().map(Json::text))
                .toList();
    }

    private static List<String> statement(GoldenCase golden) {
        QueryPlan plan;
        try {
            plan = plan(golden);
        } catch (ProblemException e) {
            return List.of();
        }
        return POSTGRESQL.renderInlined(new SqlCompiler(SQLDialect.POSTGRES).compile(plan, POSTGRESQL)).lines().toList();
    }

    private static QueryPlan plan(GoldenCase golden) {
        return PLANNER.plan(PARSER.parse(golden.query()), SampleWorld.shared(Product.H2).access(golden.caller()), MOMENT);
    }
}
