package org.gatehouse.query.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gatehouse.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values for names in a query: whatever they hold, they stay values. */
class BoundValueTest {
    private final QueryParser parser = new QueryParser(SyntaxLimits.DEFAULT);

    @ParameterizedTest
    @ValueSource(strings = {
        "plain", "", "it's", "' OR Name != '", "\\", "\\'", "a\\nb", "line\nbreak\r\t", "%_", ":other", "x') OR (Name LIKE '%", "\uD83D\uDE00", "null", "TODAY"})
    void aTextStaysTheTextThatItIs(String text) {
        Expression where = where("SELECT Id FROM Account WHERE Name = :name", Map.of("name", List.of(BoundValue.text(text))));

        assertThat(where).isInstanceOfSatisfying(Expression.Comparison.class, comparison -> {
            assertThat(comparison.literal()).isInstanceOfSatisfying(Literal.Text.class, literal -> assertThat(literal.value()).isEqualTo(text));
        });
    }

    @Test
    void everyTypeBecomesItsLiteral() {
        assertThat(literal(BoundValue.number(new BigDecimal("-12")))).isInstanceOfSatisfying(
                Literal.Numeric.class, it -> assertThat(it.value()).isEqualByComparingTo("-12"));
        assertThat(literal(BoundValue.number(new BigDecimal("1E-7")))).isInstanceOfSatisfying(
                Literal.Numeric.class, it -> assertThat(it.value()).isEqualByComparingTo("0.0000001"));
        assertThat(literal(BoundValue.bool(true))).isInstanceOfSatisfying(Literal.Bool.class, it -> assertThat(it.value()).isTrue());
        assertThat(literal(BoundValue.date(LocalDate.of(2026, 1, 31)))).isInstanceOfSatisfying(
                Literal.Date.class, it -> assertThat(it.value()).isEqualTo("2026-01-31"));
        assertThat(literal(BoundValue.dateTime(Instant.parse("2026-01-31T10:15:00.5Z")))).isInstanceOfSatisfying(
                Literal.DateTime.class, it -> assertThat(it.value()).isEqualTo("2026-01-31T10:15:00.5Z"));
        assertThat(literal(BoundValue.none())).isInstanceOf(Literal.Null.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IN (:industries)", "IN :industries"})
    void aListStandsWithCommasAndANumberAlsoAfterLimit(String in) {
        Query query = parser.parse(
                "SELECT Id FROM Account WHERE Industry " + in + " AND CreatedDate = LAST_N_DAYS:30 LIMIT :most",
                Map.of("industries", List.of(BoundValue.text("A"), BoundValue.text("B,'C")), "most", List.of(BoundValue.number(BigDecimal.TEN))));

        assertThat(query.limit().orElseThrow().value()).isEqualTo(10);
        assertThat(query.where().orElseThrow()).isInstanceOfSatisfying(Expression.And.class, and -> {
            assertThat(and.terms().getFirst()).isInstanceOfSatisfying(Expression.In.class, list -> assertThat(list.literals()).hasSize(2));
        });
    }

    @Test
    void aNameWithoutAValueIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> parser.parse("SELECT Id FROM Account WHERE Name = :b", Map.of("a", List.of(BoundValue.none()))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("column 37")
                .hasMessageContaining(":b");
        assertThatThrownBy(() -> parser.parse("SELECT Id FROM Account WHERE Name = :b")).isInstanceOf(ProblemException.class);
    }

    @Test
    void theNamesOfAQueryAreThoseAfterColons() {
        assertThat(parser.names("SELECT Id FROM A WHERE B = :one AND C > :two AND D = ':no' AND E = LAST_N_DAYS:3 AND F = :one")).containsExactly("one", "two");
    }

    private Literal literal(BoundValue value) {
        return ((Expression.Comparison) where("SELECT Id FROM Account WHERE A = :v", Map.of("v", List.of(value)))).literal();
    }

    private Expression where(String soql, Map<String, List<BoundValue>> values) {
        return parser.parse(soql, values).where().orElseThrow();
    }
}
