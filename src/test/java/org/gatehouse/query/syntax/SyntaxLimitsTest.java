package org.gatehouse.query.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.stream.Stream;
import org.gatehouse.platform.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Text that is made to exhaust a parser is refused before it can. */
class SyntaxLimitsTest {
    private static final int TRIES = 5;

    private final QueryParser parser = new QueryParser(SyntaxLimits.DEFAULT);

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void q10RefusesInLessThanATenthOfASecond(String name, String query) {
        Duration fastest = Duration.ofDays(1);
        for (int i = 0; i < TRIES; i++) {
            long start = System.nanoTime();

            var refusal = catchThrowableOfType(ProblemException.class, () -> parser.parse(query));

            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            fastest = taken.compareTo(fastest) < 0 ? taken : fastest;
            assertThat(refusal.problem().code()).isIn("QUERY_TOO_COMPLICATED", "MALFORMED_QUERY", "NUMBER_OUTSIDE_VALID_RANGE");
            assertThat(refusal.problem().message()).hasSizeLessThan(300);
        }
        assertThat(fastest).isLessThan(Duration.ofMillis(100));
    }

    static Stream<Arguments> attacks() {
        String where = "SELECT Id FROM Account WHERE ";
        return Stream.of(
                Arguments.of("10,000 parentheses", where + "(".repeat(10_000) + "Name = 'x'" + ")".repeat(10_000)),
                Arguments.of("parentheses that never close", where + "(".repeat(90_000)),
                Arguments.of("10,000 NOTs", where + "NOT ".repeat(10_000) + "Name = 'x'"),
                Arguments.of("NOT and parentheses in turn", where + "NOT (".repeat(5_000) + "Name = 'x'" + ")".repeat(5_000)),
                Arguments.of("10,000 OR terms", where + "Id = '1' OR ".repeat(8_000) + "Id = '2'"),
                Arguments.of("10,000 OR terms, short", where + "a=1 OR ".repeat(10_000) + "a=1"),
                Arguments.of("5,000 fields in 10,000 words", "SELECT Id" + ", Id".repeat(5_000) + " FROM Account"),
                Arguments.of("a path of 5,000 steps", "SELECT a" + ".a".repeat(5_000) + " FROM Account"),
                Arguments.of("20,000 values", where + "Id IN ('1'" + ", '1'".repeat(16_000) + ")"),
                Arguments.of("a name of 90,000 characters", "SELECT " + "a".repeat(90_000) + " FROM Account"),
                Arguments.of("a number of 90,000 digits", where + "Amount = " + "9".repeat(90_000)),
                Arguments.of("a quote that never closes", where + "Name = '" + "x".repeat(90_000)),
                Arguments.of("90,000 quotes", where + "Name = " + "'".repeat(90_000)),
                Arguments.of("90,000 signs that mean nothing", where + "#".repeat(90_000)),
                Arguments.of("200,000 characters", where + " ".repeat(200_000)),
                Arguments.of("the character zero", where + "Name = '\0'"),
                Arguments.of("half of a surrogate pair", where + "Name = '\uD83D'"));
    }
}
