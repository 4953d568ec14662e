package org.gatehouse.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.platform.database.schema.Tables.AGENT_CEILING;

import java.time.Duration;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.SampleWorld;
import org.gatehouse.testing.SampleWorld.Product;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an agent under a ceiling reads of what its person reads, by real statements. */
class MaskedQueriesTest {
    private static final String CEILING = """
            {"objects": {"Account": {"read": true, "create": false, "edit": false, "delete": false, "allFields": true,
              "fields": {"Phone": {"readable": true, "editable": false, "mask": {"kind": "DOTS", "first": 0, "last": 0}}}, "criteria": [], "any": false}}}""";

    @ParameterizedTest
    @EnumSource(Product.class)
    void masksTheValueAndLeavesTheRest(Product product) {
        var world = SampleWorld.own(product);
        limit(world);
        var before = query(SampleWorld.shared(product), "SELECT Name, Phone FROM Account ORDER BY Name LIMIT 1");

        var behind = query(world, "SELECT Name, Phone FROM Account ORDER BY Name LIMIT 1");

        assertThat(before.records().getFirst().get("Phone").asText()).startsWith("+1");
        assertThat(behind.records().getFirst().get("Phone").asText()).isEqualTo("•••");
        assertThat(behind.records().getFirst().get("Name")).isEqualTo(before.records().getFirst().get("Name"));
        assertThat(query(world, "SELECT FIELDS(ALL) FROM Account ORDER BY Name LIMIT 1").records().getFirst().get("Phone").asText()).isEqualTo("•••");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "SELECT Id FROM Account WHERE Phone = '+1 555 1000001'",
        "SELECT Id FROM Account WHERE Phone != null",
        "SELECT Id FROM Account ORDER BY Phone",
        "SELECT Phone, COUNT(Id) FROM Account GROUP BY Phone",
        "SELECT COUNT(Phone) FROM Account",
        "SELECT COUNT_DISTINCT(Phone) FROM Account",
        "SELECT Industry, COUNT(Id) FROM Account GROUP BY Industry HAVING COUNT(Phone) > 1",
        "SELECT Id FROM Account WHERE Id IN (SELECT Id FROM Account WHERE Phone LIKE '+1%')",
        "SELECT Id FROM Contact"})
    void tellsNothingOfWhatLiesBehindAMaskOrOutsideTheCeiling(String soql) {
        var world = SampleWorld.own(Product.H2);
        limit(world);

        assertThatThrownBy(() -> query(world, soql)).isInstanceOf(ProblemException.class);
    }

    private static QueryResult query(SampleWorld world, String soql) {
        return world.queries(Duration.ofSeconds(30)).run(soql, world.permissions().access(world.caller("rep.west.1")));
    }

    /** Before anybody asks: the world keeps what it has read of a version. */
    private static void limit(SampleWorld world) {
        world.database().sql().insertInto(AGENT_CEILING, AGENT_CEILING.KIND, AGENT_CEILING.SUBJECT, AGENT_CEILING.DEFINITION)
                .values("Client", "inspector", CEILING)
                .execute();
    }
}
