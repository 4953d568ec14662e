package org.gatehouse.record;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.identity.Caller;
import org.gatehouse.platform.configuration.ConfigurationKeys;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.Problem.WriteError;
import org.gatehouse.platform.problem.ProblemException;

/**
 * How often each person was told, within an hour, that a value which must be unique is in use. The answer is true of hidden records as well, and no
 * words can change that: who may write can learn that a value exists somewhere. So it is told only so many times, after which the person writes
 * nothing until the hour is over. Each node counts by itself.
 */
@Singleton
public class DuplicateAnswers implements ConfigurationKeys {
    private static final String MOST = "gatehouse.record.duplicates";
    private static final Duration HOUR = Duration.ofHours(1);

    private final int most;
    private final InstantSource clock;
    private final Cache<String, Told> told;

    @Inject
    public DuplicateAnswers(@ConfigProperty(name = MOST, defaultValue = "1000") int most, InstantSource clock) {
        if (most < 1) {
            throw new IllegalArgumentException(MOST + " is " + most + " and must be at least 1.");
        }
        this.most = most;
        this.clock = clock;
        // By time alone: nobody's count is forgotten because others have one.
        this.told = Caffeine.newBuilder()
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfterWrite(HOUR)
                .build();
    }

    /**
     * Lets a person write who was not told too often.
     *
     * @throws ProblemException budget spent, with the time after which there is a new one
     */
    void requireLeft(Caller caller) {
        Told known = told.getIfPresent(caller.userId());
        Instant now = clock.instant();
        if (known != null && known.times() >= most && now.isBefore(known.until())) {
            throw new ProblemException(new Problem.BudgetSpent(
                    "unique values", Duration.between(now, known.until()),
                    "Values that were in use already were tried " + most + " times within an hour. Find the records with soqlQuery, and write again later."));
        }
    }

    /** Counts what a request told. */
    void count(Caller caller, List<RowResult> results) {
        add(caller, results.stream()
                .filter(result -> result.errors().stream().anyMatch(error -> error.errorCode().equals(WriteError.DUPLICATE_VALUE.name())))
                .count());
    }

    /** Counts a refusal of a whole request. */
    void count(Caller caller, ProblemException refusal) {
        add(caller, refusal.problem().code().equals(WriteError.DUPLICATE_VALUE.name()) ? 1 : 0);
    }

    private void add(Caller caller, long times) {
        Instant now = clock.instant();
        if (times > 0) {
            told.asMap().merge(caller.userId(), new Told(times, now.plus(HOUR)), (before, more) -> before.until().isAfter(now)
                    ? new Told(before.times() + more.times(), before.until())
                    : Objects.requireNonNull(more));
        }
    }

    @Override
    public Set<String> keys() {
        return Set.of(MOST);
    }

    /** @param until when the hour is over */
    private record Told(long times, Instant until) {}
}
