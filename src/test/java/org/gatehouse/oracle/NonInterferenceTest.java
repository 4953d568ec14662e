package org.gatehouse.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.oracle.Judge.Level;
import org.gatehouse.oracle.Organisation.Person;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.query.QueryResult;
import org.gatehouse.testing.SampleWorld.Product;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two databases that differ only in what a person cannot see answer that person the same, to the last byte: records, totals, refusals with
 * their words and places. {@code -Doracle.seed=} repeats one pair.
 */
class NonInterferenceTest {
    private static final int PAIRS = Integer.getInteger("oracle.pairs", 200);
    private static final int QUERIES = 12;
    private static final List<String> WORDS = List.of("al*", "be", "pu?e", "beta OR alpha", "ta AND NOT alpha", "ull");

    private final Map<Product, OracleWorld> others = new EnumMap<>(Product.class);

    @ParameterizedTest
    @EnumSource
    void whatAPersonCannotSeeChangesNoAnswer(Product product) {
        OracleWorld world = OracleWorld.on(product);
        OracleWorld other = others.computeIfAbsent(product, OracleWorld::another);
        LongStream seeds = Long.getLong("oracle.seed") == null ? LongStream.rangeClosed(1, PAIRS) : LongStream.of(Long.getLong("oracle.seed"));
        List<Long> changed = new ArrayList<>();

        seeds.forEach(seed -> {
            Dice dice = new Dice(seed ^ 0xD1FF);
            Organisation organisation = RandomOrganisation.make(seed);
            Person person = dice.pick(organisation.people());
            Organisation twin = HiddenChange.of(dice, organisation, person);
            if (!twin.equals(organisation)) {
                changed.add(seed);
            }
            world.install(organisation);
            other.install(twin);
            questions(dice, organisation, person).forEach(question -> assertThat(answer(other, person, question))
                    .as("-Doracle.seed=%d %s: %s", seed, person, question)
                    .isEqualTo(answer(world, person, question)));
            assertThat(doors(other, organisation, person)).as("-Doracle.seed=%d %s", seed, person).isEqualTo(doors(world, organisation, person));
        });

        assertThat(changed).hasSizeGreaterThanOrEqualTo(Long.getLong("oracle.seed") == null ? PAIRS / 2 : 0);
    }

    private static List<String> questions(Dice dice, Organisation organisation, Person person) {
        RandomQuery queries = new RandomQuery(dice, organisation, person);
        List<String> questions = new ArrayList<>();
        organisation.objects().forEach(object -> questions.add("SELECT COUNT() FROM " + object.name()));
        organisation.objects().forEach(object -> questions.add("FIND {" + dice.pick(WORDS) + "} RETURNING " + object.name()));
        for (int i = 0; i < QUERIES; i++) {
            questions.add(queries.make().text());
        }
        return questions;
    }

    /** Everything that the person reads, as text. */
    private static String answer(OracleWorld world, Person person, String question) {
        try {
            QueryResult result = question.startsWith("FIND") ? world.search(person, question) : world.run(person, question);
            return result.totalSize() + " " + result.done() + " " + result.records();
        } catch (ProblemException refusal) {
            return refusal.problem().toString();
        }
    }

    /** What the person may do where, down to fields and records. */
    private static List<Object> doors(OracleWorld world, Organisation organisation, Person person) {
        EffectiveAccess access = world.access(person);
        List<Object> doors = new ArrayList<>();
        for (ModelObject object : organisation.objects()) {
            doors.add(access.readableObject(object.name()).map(found -> found.fields().stream()
                    .filter(field -> access.canRead(found, field))
                    .map(FieldDefinition::apiName)
                    .toList()));
            for (Level level : Level.values()) {
                doors.add(world.ids(person, object, level));
            }
        }
        return doors;
    }
}
