package org.gatehouse.query.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatehouse.platform.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of broken queries and the exact words that answer them: {@code syntax-errors.txt}. */
class SyntaxErrorsTest {
    private final QueryParser parser = new QueryParser(SyntaxLimits.DEFAULT);

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void saysWhatIsWrongAndWhere(String query, String message) {
        var refusal = catchThrowableOfType(ProblemException.class, () -> parser.parse(query));

        assertThat(refusal).as("refusal of: " + query).isNotNull();
        assertThat(refusal.problem().code() + " " + refusal.problem().message()).isEqualTo(message);
    }

    /** Pairs of lines: a query, where ⏎ stands for a line break, and what answers it. */
    static Stream<Arguments> table() throws IOException {
        try (InputStream file = Objects.requireNonNull(SyntaxErrorsTest.class.getResourceAsStream("/queries/syntax-errors.txt"))) {
            List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            return IntStream.range(0, lines.size() / 2)
                    .mapToObj(pair -> Arguments.of(lines.get(pair * 2).replace('⏎', '\n'), lines.get(pair * 2 + 1)));
        }
    }
}
