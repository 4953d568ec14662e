package org.gatehouse.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.gatehouse.oracle.Judge.Level;
import org.gatehouse.oracle.Organisation.Person;
import org.gatehouse.testing.SampleWorld.Product;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Gatehouse and the naive judge agree about every record and every query of random organisations.
 *
 * <p>{@code -Doracle.seed=} repeats one organisation; {@code -Doracle.organisations=} says how many there are, and
 * {@code -Doracle.decisions=} goes on until that many decisions about a record were compared on each database. {@code -Doracle.people=} asks
 * as more than one person of each.
 */
class OracleTest {
    private static final int PEOPLE = Integer.getInteger("oracle.people", 1);
    private static final int QUERIES = 4;

    @ParameterizedTest
    @EnumSource
    void agreesWithTheJudge(Product product, TestReporter reporter) {
        OracleWorld world = OracleWorld.on(product);
        Tally tally = new Tally(product);
        LongStream seeds = Long.getLong("oracle.seed") == null ? LongStream.rangeClosed(1, Long.MAX_VALUE) : LongStream.of(Long.getLong("oracle.seed"));

        seeds.takeWhile(seed -> Long.getLong("oracle.seed") != null || !tally.isEnough()).forEach(seed -> {
            compare(world, RandomOrganisation.make(seed), tally);
            tally.organisation();
        });

        reporter.publishEntry(tally.toString());
        assertThat(tally).matches(Tally::isMeaningful, "records are shown and hidden, queries answered and refused");
    }

    private static void compare(OracleWorld world, Organisation organisation, Tally tally) {
        world.install(organisation);
        Dice dice = new Dice(organisation.seed() ^ 0x5EED);
        for (Person person : dice.some(organisation.people(), PEOPLE)) {
            Evaluator evaluator = new Evaluator(organisation, person);
            for (ModelObject object : organisation.objects()) {
                decisions(world, organisation, person, evaluator.judge(), object, Level.READ, tally);
                decisions(world, organisation, person, evaluator.judge(), object, dice.pick(List.of(Level.EDIT, Level.ALL)), tally);
            }
            RandomQuery queries = new RandomQuery(dice, organisation, person);
            for (int i = 0; i < QUERIES; i++) {
                query(world, organisation, person, evaluator, queries.make(), tally);
            }
        }
    }

    private static void decisions(
            OracleWorld world, Organisation organisation, Person person, Judge judge, ModelObject object, Level level, Tally tally) {
        // Gatehouse changes people elsewhere, so nobody edits them as records.
        Set<String> expected = object.isUser() && level != Level.READ
                ? Set.of()
                : judge.open(object, level).stream().map(ModelRecord::id).collect(Collectors.toSet());

        Set<String> came = world.ids(person, object, level);

        check(organisation, person, level + " of " + object.name(), expected, came, expected.equals(came));
        tally.decisions(expected.size(), organisation.recordsOf(object).size());
    }

    private static void query(OracleWorld world, Organisation organisation, Person person, Evaluator evaluator, ModelQuery query, Tally tally) {
        Answer expected = evaluator.answer(query);

        Answer came = world.answer(person, query);

        check(organisation, person, query.text(), expected, came, expected.accepts(came));
        tally.answer(expected);
    }

    private static void check(Organisation organisation, Person person, String question, Object expected, Object came, boolean agree) {
        if (!agree) {
            throw new AssertionError("-Doracle.seed=" + organisation.seed() + " " + person + "\n" + question + "\nexpected " + expected
                    + "\nbut came " + came + "\n" + Telling.of(organisation));
        }
    }
}
