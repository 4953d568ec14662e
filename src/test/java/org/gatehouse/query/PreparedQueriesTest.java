package org.gatehouse.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.testing.TestObjects.object;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.query.PreparedQueries.Asked;
import org.gatehouse.query.plan.Moment;
import org.gatehouse.query.plan.QueryLimits;
import org.gatehouse.query.plan.QueryPlan;
import org.gatehouse.query.plan.QueryPlanner;
import org.gatehouse.query.sql.SqlCompiler;
import org.gatehouse.query.syntax.BoundValue;
import org.gatehouse.query.syntax.QueryParser;
import org.gatehouse.query.syntax.SyntaxLimits;
import org.gatehouse.testing.SampleWorld;
import org.gatehouse.testing.SampleWorld.Product;
import org.gatehouse.testing.TestObjects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is prepared once, and what must be prepared anew. That rights never mix, {@code oracle.PreparedAgainTest} tries on random organisations. */
class PreparedQueriesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 15);
    private static final String SOQL = "SELECT Id, Name FROM Account LIMIT 3";

    private final SampleWorld world = SampleWorld.shared(Product.H2);
    private final AtomicInteger preparations = new AtomicInteger();

    @Test
    void aQuestionThatIsAskedAgainIsNotPreparedAgain() {
        PreparedQueries queries = new PreparedQueries();
        EffectiveAccess access = world.access("rep.west.1");

        PreparedQuery first = prepare(queries, new Asked(access, SOQL, Map.of(), 0, DAY));
        PreparedQuery again = prepare(queries, new Asked(access, SOQL, Map.of(), 0, DAY));

        assertThat(again).isSameAs(first);
        assertThat(preparations).hasValue(1);
    }

    @Test
    void whateverDecidesAPlanMakesAnotherQuestion() {
        EffectiveAccess access = world.access("rep.west.1");
        // The same person with the same rights, read once more: not even that shares what was prepared.
        EffectiveAccess equalRights = SampleWorld.own(Product.H2).access("rep.west.1");
        Map<String, List<BoundValue>> values = Map.of("name", List.of(BoundValue.text("a")));
        Map<String, List<BoundValue>> otherValues = Map.of("name", List.of(BoundValue.text("b")));

        Set<Asked> questions = new HashSet<>(List.of(
                new Asked(access, SOQL, Map.of(), 0, DAY),
                new Asked(equalRights, SOQL, Map.of(), 0, DAY),
                new Asked(world.access("rep.west.3"), SOQL, Map.of(), 0, DAY),
                new Asked(access, SOQL + " ", Map.of(), 0, DAY),
                new Asked(access, SOQL, values, 0, DAY),
                new Asked(access, SOQL, otherValues, 0, DAY),
                new Asked(access, SOQL, Map.of(), 200, DAY),
                new Asked(access, SOQL, Map.of(), 0, DAY.plusDays(1))));

        assertThat(questions).hasSize(8);
        assertThat(new Asked(access, SOQL, values, 0, DAY))
                .isEqualTo(new Asked(access, SOQL, Map.of("name", List.of(BoundValue.text("a"))), 0, DAY));
    }

    @Test
    void wordsForDaysMeanOtherDaysTomorrow() {
        AtomicReference<Instant> now = new AtomicReference<>(SampleWorld.NOW);
        QueryEngine engine = engine(now::get);
        String soql = "SELECT Id FROM Opportunity WHERE CloseDate <= TODAY ORDER BY Id";
        Set<QueryResult> answers = new HashSet<>();

        for (int day = 0; day < 20; day++) {
            QueryResult came = engine.run(soql, world.access("admin"));
            assertThat(came).isEqualTo(engine(now::get).run(soql, world.access("admin")));
            answers.add(came);
            now.updateAndGet(then -> then.plus(Duration.ofDays(1)));
        }

        assertThat(answers).hasSizeGreaterThan(2);
    }

    /** The moment stands in the statement wherever the formula does: in the query, in one inside WHERE, in one for children. */
    @ParameterizedTest
    @ValueSource(strings = {
        "SELECT Id, Due FROM Sale",
        "SELECT COUNT() FROM Sale WHERE Due > 2026-07-15",
        "SELECT Sale.Due FROM SaleNote",
        "SELECT COUNT() FROM SaleNote WHERE SaleId IN (SELECT Id FROM Sale WHERE Due > 2026-07-15)",
        "SELECT DAY_IN_MONTH(Due), COUNT(Id) FROM Sale GROUP BY DAY_IN_MONTH(Due)",
        "SELECT Id, (SELECT Id FROM Notes WHERE Sale.Due > 2026-07-15) FROM Sale"
    })
    void aFormulaKnowsWhatTimeItIs(String soql) {
        TestObjects company = sales();
        AtomicReference<Instant> now = new AtomicReference<>(SampleWorld.NOW);
        QueryEngine engine = new QueryEngine(company.world().database(), new QueryConfiguration(Duration.ofSeconds(30)), now::get);
        QueryResult before = engine.run(soql, company.access("admin"));

        // Still the same day where the administrator lives; formulas go by the days of UTC.
        now.set(SampleWorld.NOW.plus(Duration.ofHours(20)));
        QueryResult after = engine.run(soql, company.access("admin"));

        assertThat(after).isNotEqualTo(before);
    }

    private static TestObjects sales() {
        TestObjects company = new TestObjects(SampleWorld.own(Product.H2));
        company.objects().create(object("""
                {"name": "Sale", "label": "Sale", "fields": [
                  {"name": "Due", "type": "Date", "formula": "TODAY()", "permissionSets": [{"permissionSet": "ProfileSystemAdministrator"}]}]}"""));
        company.objects().create(object("""
                {"name": "SaleNote", "label": "Note", "fields": [
                  {"name": "SaleId", "type": "Lookup", "referenceTo": ["Sale"], "childRelationshipName": "Notes",
                   "permissionSets": [{"permissionSet": "ProfileSystemAdministrator"}]}]}"""));
        var sql = company.world().database().sql();
        String admin = company.world().userId("admin");
        sql.execute("INSERT INTO records.sale (owner_id, name, id) VALUES ('" + admin + "', 'x', '1')");
        sql.execute("INSERT INTO records.sale_note (owner_id, name, id, sale_id) VALUES ('" + admin + "', 'x', 'n1', '1')");
        return company;
    }

    private QueryEngine engine(InstantSource clock) {
        return new QueryEngine(world.database(), new QueryConfiguration(Duration.ofSeconds(30)), clock);
    }

    private PreparedQuery prepare(PreparedQueries queries, Asked asked) {
        return queries.of(asked, () -> {
            preparations.incrementAndGet();
            DSLContext sql = world.database().sql();
            QueryPlan plan = new QueryPlanner(QueryLimits.DEFAULT)
                    .plan(new QueryParser(SyntaxLimits.DEFAULT).parse(asked.text()), asked.access(), new Moment(SampleWorld.NOW, ZoneOffset.UTC));
            return PreparedQuery.of(plan, new SqlCompiler(sql.dialect()).compile(plan, sql), sql);
        });
    }
}
