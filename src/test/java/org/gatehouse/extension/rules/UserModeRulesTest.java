package org.gatehouse.extension.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.rough.RoughTools;
import com.example.visits.VisitTools;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule in a company's build: green on the sample, red on each way around permissions. */
class UserModeRulesTest {
    @Test
    void theSampleKeepsTheRule() {
        assertThat(on(VisitTools.class, RoughTools.class).hasViolation()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "com.example.rough.SqlTools, java.sql.DriverManager",
        "com.example.rough.RemoteTools, java.sql.DriverManager",
        "com.example.rough.InsideTools, org.gatehouse.query.QueryService"
    })
    void q21AToolThatReachesDataInAnotherWayFailsTheBuild(Class<?> bad, String type) {
        EvaluationResult result = on(bad);

        assertThat(result.getFailureReport().getDetails()).anySatisfy(line -> assertThat(line).contains(type));
    }

    private static EvaluationResult on(Class<?>... contributing) {
        List<String> names = Arrays.stream(contributing).map(Class::getName).toList();
        var classes = new ClassFileImporter().importPackages("com.example").that(
                DescribedPredicate.describe("given", type -> names.stream().anyMatch(name -> type.getName().equals(name) || type.getName().startsWith(name + "$"))));
        return UserModeRules.DATA_IS_REACHED_AS_THE_CALLER.evaluate(classes);
    }
}
