package org.gatehouse.catalog.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What is left of one limit for one client, person, server or tool, or for all that it covers. It is whole again with each window. */
final class Budget {
    private final ActiveLimit limit;
    private final Map<Dimension, String> of;
    private final InstantSource clock;
    private final Bucket bucket;

    /**
     * A budget of which nothing was used yet.
     *
     * @param of whose it is, as people read it
     */
    Budget(ActiveLimit limit, Map<Dimension, String> of, InstantSource clock) {
        this.limit = limit;
        this.of = of;
        this.clock = clock;
        this.bucket = Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(limit.size())
                        .refillIntervallyAligned(limit.size(), limit.window().length(), limit.window().endAfter(clock.instant()))
                        .build())
                .withCustomTimePrecision(new ClockMeter(clock))
                .build();
    }

    ActiveLimit limit() {
        return limit;
    }

    /** Takes an amount, or nothing if that much is not left. */
    boolean take(long amount) {
        return amount == 0 || bucket.tryConsume(amount);
    }

    /** Takes an amount of what was delivered already; what was not left is owed by the next window. */
    void charge(long amount) {
        if (amount > 0) {
            bucket.consumeIgnoringRateLimits(amount);
        }
    }

    /** Gives back what was taken for something that did not come about. */
    void giveBack(long amount) {
        if (amount > 0) {
            bucket.addTokens(amount);
        }
    }

    long left() {
        return Math.max(0, bucket.getAvailableTokens());
    }

    /** Makes it whole. */
    void reset() {
        bucket.reset();
    }

    /** When the next window begins. */
    Instant resetsAt() {
        return limit.window().endAfter(clock.instant());
    }

    Duration untilReset() {
        return Duration.between(clock.instant(), resetsAt());
    }

    BudgetUse use() {
        long available = bucket.getAvailableTokens();
        return new BudgetUse(
                limit.name(), of, limit.measure(), limit.size(), limit.window(), limit.size() - available, Math.max(0, available), resetsAt().toString());
    }

    /** Lets the buckets run by the application's clock. */
    private record ClockMeter(InstantSource clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
