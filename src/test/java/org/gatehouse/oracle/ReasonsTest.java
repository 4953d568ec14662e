package org.gatehouse.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.gatehouse.oracle.Judge.Level;
import org.gatehouse.oracle.Organisation.Person;
import org.gatehouse.permission.RecordReason;
import org.gatehouse.testing.SampleWorld.Product;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The reasons that explanations name add up to what the engine decides: what one of them opens and none narrows away is what a person has access
 * to. {@code -Doracle.seed=} repeats one organisation.
 */
class ReasonsTest {
    private static final int ORGANISATIONS = 25;

    @ParameterizedTest
    @EnumSource
    void whatTheReasonsSayIsWhatThePersonSees(Product product) {
        OracleWorld world = OracleWorld.on(product);
        LongStream seeds =
                Long.getLong("oracle.seed") == null ? LongStream.rangeClosed(1, ORGANISATIONS) : LongStream.of(Long.getLong("oracle.seed"));
        Set<String> kinds = new HashSet<>();

        seeds.forEach(seed -> {
            Organisation organisation = RandomOrganisation.make(seed);
            world.install(organisation);
            for (Person person : organisation.people()) {
                for (ModelObject object : organisation.objects()) {
                    for (Level level : Level.values()) {
                        Set<String> explained = new HashSet<>();
                        world.reasons(person, object, level).stream().filter(RecordReason::opens).forEach(reason -> {
                            kinds.add(reason.kind());
                            explained.addAll(world.ids(person, object, reason.filter()));
                        });
                        world.reasons(person, object, level).stream().filter(reason -> !reason.opens()).forEach(reason -> {
                            kinds.add(reason.kind());
                            explained.retainAll(world.ids(person, object, reason.filter()));
                        });

                        assertThat(explained).as("-Doracle.seed=%d %s %s %s", seed, person, object.name(), level)
                                .isEqualTo(world.ids(person, object, level));
                    }
                }
            }
        });

        assertThat(kinds).contains("OWNER", "ROLE_HIERARCHY", "SHARING_RULE", "MANUAL", "ORG_WIDE_DEFAULT", "CONTROLLED_BY_PARENT", "RESTRICTION_RULE");
    }
}
