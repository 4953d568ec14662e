package org.gatehouse.query.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParserTest {
    private final QueryParser parser = new QueryParser(SyntaxLimits.DEFAULT);

    @Test
    void readsEveryClause() {
        var query = parser.parse(
                "select Name, Account.Owner.Name from Opportunity where Amount >= 5 order by CloseDate desc nulls last, Name limit 10 offset 20");

        assertThat(((Selection.Items) query.selection()).items()).extracting(item -> ((Item.Value) item).operand().text()).containsExactly("Name", "Account.Owner.Name");
        assertThat(query.object().text()).isEqualTo("Opportunity");
        assertThat(query.where()).get().isInstanceOf(Expression.Comparison.class);
        assertThat(query.orderings()).extracting(Ordering::descending).containsExactly(true, false);
        assertThat(query.orderings()).extracting(Ordering::nullsLast).containsExactly(true, false);
        assertThat(query.limit().orElseThrow().value()).isEqualTo(10);
        assertThat(query.offset().orElseThrow().value()).isEqualTo(20);
    }

    @Test
    void tellsTheNumberOfOffsetFromThatOfLimit() {
        var query = parser.parse("SELECT Id FROM Account OFFSET 7");

        assertThat(query.limit()).isEmpty();
        assertThat(query.offset().orElseThrow().value()).isEqualTo(7);
    }

    @Test
    void remembersWhereANameStands() {
        var query = parser.parse("SELECT Id\nFROM   Account");

        assertThat(query.object().position()).isEqualTo(new Position(2, 8));
    }

    @Test
    void letsKeywordsBeNamesWhereTheyMeanNothingElse() {
        var query = parser.parse("SELECT Count, Limit, First FROM Order ORDER BY Order LIMIT 1");

        assertThat(query.object().text()).isEqualTo("Order");
        assertThat(query.orderings().getFirst().operand()).hasToString("Order");
    }

    @Test
    void countsRecords() {
        var query = parser.parse("SELECT COUNT() FROM Account");

        assertThat(query.selection()).isInstanceOf(Selection.Count.class);
    }

    @Test
    void readsNotInAsNotOfIn() {
        var query = parser.parse("SELECT Id FROM Account WHERE Type NOT IN ('a', null)");

        assertThat(query.where().orElseThrow()).isInstanceOfSatisfying(Expression.Not.class, not -> {
            assertThat(not.term()).isInstanceOfSatisfying(Expression.In.class, in -> assertThat(in.literals()).hasSize(2));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "'O\\'Brien'|O'Brien",
        "'a\\\\b'|a\\b",
        "'100\\%'|100%",
        "'\\u0041\\u00e4'|Aä",
        "'\\uD83D\\uDE00'|😀",
        "'${jndi:ldap://x}'|${jndi:ldap://x}",
        "'; DROP TABLE x --'|; DROP TABLE x --"
    })
    void readsTextWithItsEscapes(String written, String meant) {
        var literal = (Literal.Text) literal(written);

        assertThat(literal.value()).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "'a%'|a%",
        "'100\\%'|100!%",
        "'a\\_b_'|a!_b_",
        "'a\\\\%'|a\\%",
        "'hey!'|hey!!"
    })
    void escapesWhatIsNoWildcard(String written, String pattern) {
        var literal = (Literal.Text) literal(written);

        assertThat(literal.pattern()).isEqualTo(pattern);
    }

    @Test
    void readsNumbersDatesAndTimesExactly() {
        List<Literal> literals = List.of(
                literal("9007199254740993"), literal("-0.10"), literal("2028-02-29"), literal("2026-03-29T02:30:00+01:00"),
                literal("2026-01-31T10:15:30.123456Z"), literal("2026-01-31t23:30:00-0800"));

        assertThat(literals.get(0)).isInstanceOfSatisfying(
                Literal.Numeric.class, number -> assertThat(number.value()).isEqualTo(new BigDecimal("9007199254740993")));
        assertThat(literals.get(1)).isInstanceOfSatisfying(
                Literal.Numeric.class, number -> assertThat(number.value()).isEqualTo(new BigDecimal("-0.10")));
        assertThat(literals.get(2)).isInstanceOfSatisfying(
                Literal.Date.class, date -> assertThat(date.value()).isEqualTo(LocalDate.of(2028, 2, 29)));
        assertThat(literals.get(3)).isInstanceOfSatisfying(
                Literal.DateTime.class, time -> assertThat(time.value()).isEqualTo(Instant.parse("2026-03-29T01:30:00Z")));
        assertThat(literals.get(4)).isInstanceOfSatisfying(
                Literal.DateTime.class, time -> assertThat(time.value()).isEqualTo(Instant.parse("2026-01-31T10:15:30.123456Z")));
        assertThat(literals.get(5)).isInstanceOfSatisfying(
                Literal.DateTime.class, time -> assertThat(time.value()).isEqualTo(Instant.parse("2026-02-01T07:30:00Z")));
    }

    private Literal literal(String written) {
        var query = parser.parse("SELECT Id FROM Account WHERE Field = " + written);
        return ((Expression.Comparison) query.where().orElseThrow()).literal();
    }
}
