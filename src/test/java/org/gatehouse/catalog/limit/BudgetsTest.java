package org.gatehouse.catalog.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.gatehouse.catalog.limit.LimitWorld.limit;
import static org.gatehouse.catalog.limit.LimitWorld.named;
import static org.gatehouse.catalog.limit.LimitWorld.only;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gatehouse.catalog.FakeTool;
import org.gatehouse.catalog.Tier;
import org.gatehouse.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What budgets let through, by a clock that the test moves. */
class BudgetsTest {
    private final LimitWorld world = new LimitWorld(FakeTool.echo("soqlQuery", Tier.READ));

    @Test
    void nothingIsLimitedWhereThereIsNoLimit() {
        assertThat(world.calls(world.use(), 1000)).isEqualTo(1000);
        assertThat(world.read(world.use(), 1_000_000, 1_000_000_000)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MINUTE, 60", "HOUR, 3600", "DAY, 86400"})
    void aBudgetIsWholeAgainWithTheWindowOfTheClockAndNotASecondEarlier(Window window, int seconds) {
        world.with(limit(Measure.CALLS, 3, window));
        world.clock.advance(Duration.ofSeconds(10));
        assertThat(world.calls(world.use(), 5)).isEqualTo(3);

        world.clock.advance(Duration.ofSeconds(seconds - 11));
        assertThat(world.calls(world.use(), 5)).as("the last second").isZero();
        world.clock.advance(Duration.ofSeconds(1));

        assertThat(world.calls(world.use(), 5)).as("the next window").isEqualTo(3);
    }

    @Test
    void q12WhoSpendsTheirBudgetOnCostlyCallsTakesNothingFromOthers() {
        world.with(limit(Measure.CALLS, 3, Window.MINUTE, Dimension.PERSON));
        Use costly = world.use();
        Use other = new Use(costly.clientId(), world.userId("rep.west.2"), "rep.west.2", costly.server(), costly.tool());

        assertThat(world.calls(costly, 1_000)).isEqualTo(3);

        assertThat(world.calls(other, 3)).isEqualTo(3);
    }

    @Test
    void whatIsNotUsedDoesNotAddUp() {
        world.with(limit(Measure.CALLS, 3, Window.MINUTE));
        world.call(world.use());

        world.clock.advance(Duration.ofMinutes(10));

        assertThat(world.calls(world.use(), 10)).isEqualTo(3);
    }

    /** A dimension, and the same use with another value of it. */
    static Stream<Map.Entry<Dimension, UnaryOperator<Use>>> dimensions() {
        return Stream.of(
                Map.entry(Dimension.CLIENT, use -> new Use("claude", use.userId(), use.username(), use.server(), use.tool())),
                Map.entry(Dimension.PERSON, use -> new Use(use.clientId(), "005000000000000099", "other", use.server(), use.tool())),
                Map.entry(Dimension.SERVER, use -> new Use(use.clientId(), use.userId(), use.username(), "platform/object-all", use.tool())),
                Map.entry(Dimension.TOOL, use -> new Use(use.clientId(), use.userId(), use.username(), use.server(), "find")));
    }

    @ParameterizedTest
    @MethodSource("dimensions")
    void eachValueOfADimensionHasABudgetOfItsOwn(Map.Entry<Dimension, UnaryOperator<Use>> dimension) {
        world.with(limit(Measure.CALLS, 2, Window.MINUTE, dimension.getKey()));
        Use other = dimension.getValue().apply(world.use());

        assertThat(world.calls(world.use(), 5)).isEqualTo(2);

        assertThat(world.calls(other, 5)).isEqualTo(2);
        assertThat(world.call(world.use())).contains("test");
    }

    @ParameterizedTest
    @MethodSource("dimensions")
    void whatTheLimitDoesNotTellApartSharesOneBudget(Map.Entry<Dimension, UnaryOperator<Use>> dimension) {
        world.with(limit(Measure.CALLS, 2, Window.MINUTE));
        Use other = dimension.getValue().apply(world.use());

        assertThat(world.calls(world.use(), 1)).isEqualTo(1);

        assertThat(world.calls(other, 5)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("dimensions")
    void aLimitOnOneValueLeavesTheOthersAlone(Map.Entry<Dimension, UnaryOperator<Use>> dimension) {
        Use mine = world.use();
        world.with(only(limit(Measure.CALLS, 2, Window.MINUTE), dimension.getKey(), mine.shown(dimension.getKey())));

        assertThat(world.calls(mine, 5)).isEqualTo(2);

        assertThat(world.calls(dimension.getValue().apply(mine), 5)).isEqualTo(5);
    }

    @Test
    void dimensionsGoTogether() {
        world.with(only(limit(Measure.CALLS, 1, Window.MINUTE, Dimension.PERSON), Dimension.CLIENT, "inspector"));
        Use other = new Use("inspector", "005000000000000099", "other", "platform/object-reads", "soqlQuery");

        assertThat(world.calls(world.use(), 3)).isEqualTo(1);

        assertThat(world.calls(other, 3)).isEqualTo(1);
        assertThat(world.calls(new Use("claude", other.userId(), "other", other.server(), other.tool()), 3)).isEqualTo(3);
    }

    @Test
    void whatIsNoToolIsNotCountedByTool() {
        world.with(limit(Measure.CALLS, 1, Window.MINUTE, Dimension.TOOL));
        Use prompt = new Use("inspector", "005000000000000099", "other", "platform/object-reads", "");

        assertThat(world.calls(prompt, 3)).isEqualTo(3);
        assertThat(world.budgets.inUse("", 10)).isEmpty();
    }

    @Test
    void aCallThatOneLimitRefusesCountsAgainstNoOther() {
        world.with(named("a-wide", limit(Measure.CALLS, 10, Window.MINUTE)), named("b-narrow", limit(Measure.CALLS, 1, Window.MINUTE, Dimension.CLIENT)));

        assertThat(world.calls(world.use(), 1000)).isEqualTo(1);

        assertThat(world.budgets.inUse("a-wide", 10)).extracting(BudgetUse::used).containsExactly(1L);
    }

    @ParameterizedTest
    @EnumSource(value = Measure.class, names = {"ROWS", "BYTES"})
    void anAnswerThatDoesNotFitWhatIsLeftIsNotDeliveredAndNotCounted(Measure measure) {
        world.with(limit(measure, 100, Window.HOUR));
        assertThat(world.read(world.use(), 90, 90)).isEmpty();

        Problem.BudgetSpent refused = world.read(world.use(), 11, 11).orElseThrow();

        assertThat(refused.message()).startsWith("The answer has 11 " + measure.noun() + "; 10 are left of the 100 " + measure.noun() + " an hour that the limit test allows.");
        assertThat(refused.code()).isEqualTo("REQUEST_LIMIT_EXCEEDED");
        assertThat(refused.rule()).isEqualTo("REQUEST_LIMIT_EXCEEDED:test");
        assertThat(world.read(world.use(), 10, 10)).as("what fits").isEmpty();
    }

    @Test
    void aSpentBudgetRefusesTheNextCallWhateverItWouldAnswer() {
        world.with(limit(Measure.ROWS, 100, Window.HOUR));
        assertThat(world.read(world.use(), 100, 0)).isEmpty();
        world.clock.advance(Duration.ofMinutes(20));

        Problem.BudgetSpent refused = world.read(world.use(), 0, 0).orElseThrow();

        assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(40));
        assertThat(refused.message()).startsWith("Nothing is left of the 100 rows an hour that the limit test allows.").contains("in 2400 seconds");
    }

    @Test
    void anAnswerLargerThanTheWholeBudgetIsNeverDelivered() {
        world.with(limit(Measure.BYTES, 1000, Window.DAY));

        Problem.BudgetSpent refused = world.read(world.use(), 1, 1001).orElseThrow();

        assertThat(refused.message()).startsWith("The answer has 1001 bytes, more than the 1000 bytes a day that the limit test allows at all. Ask for less.");
        world.clock.advance(Duration.ofDays(3));
        assertThat(world.read(world.use(), 1, 1001)).isPresent();
        assertThat(world.read(world.use(), 1, 1000)).isEmpty();
    }

    @Test
    void aReadThatOneLimitRefusesCountsAgainstNoOther() {
        world.with(named("a-bytes", limit(Measure.BYTES, 1000, Window.HOUR)), named("b-rows", limit(Measure.ROWS, 10, Window.HOUR)));

        assertThat(world.read(world.use(), 11, 500)).isPresent();

        assertThat(world.budgets.inUse("", 10)).isEmpty();
    }

    @Test
    void aWriteThatWasDoneIsChargedBeyondTheBudgetAndTheNextWindowOwesIt() {
        world.with(limit(Measure.ROWS, 10, Window.MINUTE));

        assertThat(world.write(world.use(), 14)).isEmpty();

        assertThat(world.budgets.inUse("", 1)).extracting(BudgetUse::used, BudgetUse::remaining).containsExactly(tuple(14L, 0L));
        assertThat(world.write(world.use(), 1)).as("spent").isPresent();
        world.clock.advance(Duration.ofMinutes(1));
        assertThat(world.read(world.use(), 7, 0)).isPresent();
        assertThat(world.read(world.use(), 6, 0)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Measure.class, names = {"CALLS", "ROWS"})
    void fiftyThreadsNeverPassMoreThanTheBudget(Measure measure) throws Exception {
        world.with(named("exact", limit(measure, 1000, Window.DAY)), named("wide", limit(measure, 100_000, Window.DAY)));
        Use use = world.use();
        long version = world.version();
        List<Future<Integer>> parts = new ArrayList<>();

        try (ExecutorService threads = Executors.newFixedThreadPool(50)) {
            for (int i = 0; i < 50; i++) {
                parts.add(threads.submit(() -> passed(measure, use, version)));
            }
        }

        int passed = 0;
        for (Future<Integer> part : parts) {
            passed += part.get();
        }
        assertThat(passed).isEqualTo(1000);
        assertThat(world.budgets.inUse("wide", 1)).extracting(BudgetUse::used).containsExactly(1000L);
    }

    private int passed(Measure measure, Use use, long version) {
        int passed = 0;
        for (int i = 0; i < 100; i++) {
            if (measure == Measure.CALLS) {
                passed += world.budgets.countCall(use, version).isEmpty() ? 1 : 0;
            } else {
                passed += world.read(use, 1, 0).isEmpty() ? 1 : 0;
            }
        }
        return passed;
    }

    @Test
    void nobodyGetsASpentBudgetForgottenByOpeningManyOthers() {
        world.with(limit(Measure.CALLS, 1, Window.DAY, Dimension.PERSON));
        world.call(world.use());

        for (int i = 0; i < 50_000; i++) {
            world.call(new Use("inspector", "p" + i, "p" + i, "platform/object-reads", ""));
        }
        world.clock.advance(Duration.ofHours(23));

        assertThat(world.call(world.use())).contains("test");
    }

    @Test
    void aChangedLimitHoldsFromTheNextVersionOnAndBeginsAnew() {
        world.with(limit(Measure.CALLS, 1, Window.DAY));
        assertThat(world.calls(world.use(), 2)).isEqualTo(1);
        Limit read = world.service.one("test");

        world.service.update(new Limit("test", "", true, Measure.CALLS, 3, Window.DAY, Map.of(), read.each(), read.version()));

        assertThat(world.calls(world.use(), 5)).isEqualTo(3);
        assertThat(world.budgets.inUse("", 10)).as("what was counted for the old one is not told").extracting(BudgetUse::used).containsExactly(3L);
        world.service.update(new Limit("test", "Words", true, Measure.CALLS, 3, Window.DAY, Map.of(), read.each(), 2));
        assertThat(world.calls(world.use(), 5)).as("other words change nothing").isZero();
        world.service.update(new Limit("test", "Words", false, Measure.CALLS, 3, Window.DAY, Map.of(), read.each(), 3));
        assertThat(world.calls(world.use(), 5)).as("switched off").isEqualTo(5);
    }

    @Test
    void showsTheFullestBudgetsFirstWithWhoseTheyAre() {
        world.with(named("people", limit(Measure.ROWS, 100, Window.DAY, Dimension.PERSON)), named("all", limit(Measure.ROWS, 1000, Window.DAY)));
        world.clock.advance(Duration.ofHours(1));
        world.read(world.use(), 20, 0);
        world.read(new Use("claude", "005000000000000099", "other", "platform/object-reads", "find"), 60, 0);

        List<BudgetUse> shown = world.budgets.inUse("", 10);

        assertThat(shown).extracting(BudgetUse::limit, BudgetUse::ofWhom, BudgetUse::used, BudgetUse::remaining, BudgetUse::percent).containsExactly(
                tuple("people", "PERSON=other", 60L, 40L, 60L),
                tuple("people", "PERSON=rep.west.1", 20L, 80L, 20L),
                tuple("all", "", 80L, 920L, 8L));
        assertThat(shown.getFirst().resetsAt()).isEqualTo(Window.DAY.endAfter(world.clock.instant()).toString());
        assertThat(world.budgets.inUse("", 1)).hasSize(1);
        assertThat(world.budgets.inUse("all", 10)).hasSize(1);
    }

    @Test
    void anOperatorMakesOneBudgetOrAllOfALimitWhole() {
        world.with(limit(Measure.CALLS, 1, Window.DAY, Dimension.CLIENT, Dimension.PERSON));
        Use other = new Use("claude", "005000000000000099", "other", "platform/object-reads", "find");
        world.call(world.use());
        world.call(other);

        assertThat(world.budgets.reset("test", "CLIENT=inspector PERSON=rep.west.1")).isTrue();

        assertThat(world.call(world.use())).isEmpty();
        assertThat(world.call(other)).isPresent();
        assertThat(world.budgets.reset("test", "CLIENT=nobody PERSON=rep.west.1")).isFalse();
        assertThat(world.budgets.reset("test")).isEqualTo(2);
        assertThat(world.call(other)).isEmpty();
    }
}
