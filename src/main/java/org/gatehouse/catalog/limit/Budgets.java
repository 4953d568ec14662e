package org.gatehouse.catalog.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** The budgets of all limits on this node. Every call passes here: before it runs, and with its answer. */
@Singleton
public class Budgets {
    private final Limits limits;
    private final InstantSource clock;
    private final Cache<Key, Budget> budgets;

    @Inject
    public Budgets(Limits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
        // By time alone: who has spent a budget must not get a new one by opening so many that it is forgotten. There are no more of them than
        // there are connections and tools in use, because only what is known by name has one.
        this.budgets = Caffeine.newBuilder()
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfter(Expiry.<Key, Budget>accessing((key, budget) -> key.limit().window().length().multipliedBy(2)))
                .build();
    }

    /** Counts a call. The limit that it would pass, if there is one; then it counts against none. */
    public Optional<Spent> countCall(Use use, long accessVersion) {
        return taken(covering(use, accessVersion, limit -> limit.measure() == Measure.CALLS), budget -> 1)
                .map(budget -> new Spent(problem(budget, "The limit " + budget.limit().name() + " allows " + budget.limit().told() + "."), budget.use()));
    }

    /**
     * Lets a call run only while something is left for its answer.
     *
     * @throws ProblemException budget spent
     */
    public void requireLeft(Use use, long accessVersion) {
        covering(use, accessVersion, limit -> limit.measure() != Measure.CALLS).stream().filter(budget -> budget.left() == 0).findFirst().ifPresent(spent -> {
            throw new ProblemException(problem(spent, "Nothing is left of the " + spent.limit().told() + " that the limit " + spent.limit().name() + " allows."));
        });
    }

    /** Whether somebody has to know how long the answer is. */
    public boolean countsBytes(Use use, long accessVersion) {
        return limits.at(accessVersion).stream().anyMatch(limit -> limit.measure() == Measure.BYTES && limit.covers(use));
    }

    /**
     * Takes what an answer needs before it is delivered.
     *
     * @throws ProblemException budget spent if that much is not left; then nothing was taken
     */
    public void take(Use use, long accessVersion, Answer answer) {
        taken(covering(use, accessVersion, limit -> answer.amount(limit) > 0), budget -> answer.amount(budget.limit())).ifPresent(lacking -> {
            throw new ProblemException(problem(lacking, doesNotFit(lacking, answer.amount(lacking.limit()))));
        });
    }

    /** Takes what the answer to something that was done needs, whether that much is left or not. */
    public void charge(Use use, long accessVersion, Answer answer) {
        covering(use, accessVersion, limit -> answer.amount(limit) > 0).forEach(budget -> budget.charge(answer.amount(budget.limit())));
    }

    /**
     * The budgets in use on this node, the fullest first.
     *
     * @param limit the name of one limit; empty for all
     */
    public List<BudgetUse> inUse(String limit, int most) {
        return present(key -> limit.isEmpty() || key.limit().name().equals(limit))
                .map(Budget::use)
                .filter(use -> use.used() > 0)
                .sorted(Comparator.comparingDouble((BudgetUse use) -> (double) use.used() / use.size()).reversed()
                        .thenComparing(BudgetUse::limit).thenComparing(BudgetUse::ofWhom))
                .limit(most)
                .toList();
    }

    /** Makes all budgets of a limit whole again on this node; how many there were. */
    public int reset(String limit) {
        List<Budget> found = present(key -> key.limit().name().equals(limit)).toList();
        found.forEach(Budget::reset);
        return found.size();
    }

    /**
     * Makes one budget whole again on this node.
     *
     * @param ofWhom as {@link BudgetUse#ofWhom} writes it
     * @return whether there is such a budget
     */
    public boolean reset(String limit, String ofWhom) {
        Optional<Budget> found = present(key -> key.limit().name().equals(limit)).filter(budget -> budget.use().ofWhom().equals(ofWhom)).findFirst();
        found.ifPresent(Budget::reset);
        return found.isPresent();
    }

    /** Those of limits that hold now; what was counted for a limit before it was changed means nothing. */
    private Stream<Budget> present(Predicate<Key> wanted) {
        List<ActiveLimit> now = limits.now();
        return budgets.asMap().entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()) && now.contains(entry.getKey().limit()))
                .map(Map.Entry::getValue);
    }

    private List<Budget> covering(Use use, long accessVersion, Predicate<ActiveLimit> wanted) {
        List<Budget> found = new ArrayList<>();
        for (ActiveLimit limit : limits.at(accessVersion)) {
            if (wanted.test(limit) && limit.covers(use)) {
                found.add(budgets.get(new Key(limit, limit.budget(use)), key -> new Budget(limit, shown(limit, use), clock)));
            }
        }
        return found;
    }

    /** Takes from all or from none; the first from which that much cannot be taken. */
    private static Optional<Budget> taken(List<Budget> from, ToLongFunction<Budget> amount) {
        for (int i = 0; i < from.size(); i++) {
            if (!from.get(i).take(amount.applyAsLong(from.get(i)))) {
                from.subList(0, i).forEach(budget -> budget.giveBack(amount.applyAsLong(budget)));
                return Optional.of(from.get(i));
            }
        }
        return Optional.empty();
    }

    private static Map<Dimension, String> shown(ActiveLimit limit, Use use) {
        Map<Dimension, String> shown = new EnumMap<>(Dimension.class);
        limit.each().forEach(dimension -> shown.put(dimension, use.shown(dimension)));
        return Collections.unmodifiableMap(shown);
    }

    private static String doesNotFit(Budget budget, long amount) {
        ActiveLimit limit = budget.limit();
        return amount > limit.size()
                ? "The answer has " + amount + " " + limit.measure().noun() + ", more than the " + limit.told() + " that the limit " + limit.name() + " allows at all. Ask for less."
                : "The answer has " + amount + " " + limit.measure().noun() + "; " + budget.left() + " are left of the " + limit.told() + " that the limit " + limit.name()
                        + " allows. Ask for less.";
    }

    private static Problem.BudgetSpent problem(Budget budget, String message) {
        return new Problem.BudgetSpent(
                budget.limit().name(), budget.untilReset(), message + " It begins anew at " + budget.resetsAt() + ", in " + Spent.seconds(budget.untilReset()) + " seconds.");
    }

    private record Key(ActiveLimit limit, List<String> values) {}
}
