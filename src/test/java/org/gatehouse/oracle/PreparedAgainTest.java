package org.gatehouse.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.gatehouse.oracle.Organisation.Person;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.query.QueryResult;
import org.gatehouse.testing.SampleWorld.Product;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Prepared queries are kept, and still everybody gets what an engine answers that has never seen the query: whoever asked the same words before
 * with other rights, and whatever changed since. {@code -Doracle.seed=} repeats one organisation and the one after it.
 */
class PreparedAgainTest {
    private static final int ORGANISATIONS = Integer.getInteger("oracle.prepared", 40);
    private static final int QUESTIONS = 10;

    private int answered;

    @ParameterizedTest
    @EnumSource
    void everybodyIsAnsweredAsIfTheQueryHadNeverBeenPrepared(Product product) {
        OracleWorld world = OracleWorld.on(product);
        long first = Long.getLong("oracle.seed", 1);
        long last = Long.getLong("oracle.seed") == null ? ORGANISATIONS : first + 1;
        List<String> earlier = new ArrayList<>();

        LongStream.rangeClosed(first, last).forEach(seed -> {
            Organisation organisation = RandomOrganisation.make(seed);
            world.install(organisation);
            List<String> questions = questions(organisation, new Dice(seed ^ 0xCACE));
            // The objects of all organisations are called alike: what was asked of the one before is asked again under new rights.
            earlier.addAll(questions);
            for (int round = 0; round < 2; round++) {
                for (Person person : organisation.people()) {
                    earlier.forEach(question -> compare(world, seed, person, question));
                }
            }
            earlier.clear();
            earlier.addAll(questions);
        });

        assertThat(answered).isGreaterThan(100);
    }

    private static List<String> questions(Organisation organisation, Dice dice) {
        List<String> questions = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            questions.add(new RandomQuery(dice, organisation, dice.pick(organisation.people())).make().text());
        }
        organisation.objects().forEach(object -> questions.add("SELECT Id FROM " + object.name()));
        return questions;
    }

    private void compare(OracleWorld world, long seed, Person person, String question) {
        String expected = answer(() -> world.runUnprepared(person, question));

        String came = answer(() -> world.run(person, question));

        assertThat(came).as("-Doracle.seed=%d %s: %s", seed, person, question).isEqualTo(expected);
        answered += expected.startsWith("{") ? 1 : 0;
    }

    private static String answer(Supplier<QueryResult> run) {
        try {
            QueryResult result = run.get();
            return "{" + result.totalSize() + " " + result.done() + " " + result.records() + " " + result.objects();
        } catch (ProblemException refusal) {
            return refusal.problem().toString();
        }
    }
}
