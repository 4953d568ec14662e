package org.gatehouse.platform.network;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Lets each of many do something so often in a minute. Counted in memory, on each node by itself: it keeps one from hurting others, and is no
 * quota that somebody relies on.
 *
 * @param <K> who is counted
 */
public final class MinuteLimits<K> {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST = 100_000;

    private final TimeMeter time;
    private final Cache<Key<K>, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(MINUTE.multipliedBy(2)).build();

    public MinuteLimits(InstantSource clock) {
        this.time = new ClockMeter(clock);
    }

    /** Takes one of so many in a minute. After how long to try again, if that is one too many; empty if it may be. */
    public Optional<Duration> take(K who, int limit) {
        // The limit is part of the key, so that a changed limit starts a new bucket.
        var probe = buckets.get(new Key<>(who, limit), this::bucket).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill())));
    }

    private Bucket bucket(Key<K> key) {
        return Bucket.builder()
                .addLimit(Bandwidth.builder().capacity(key.limit()).refillGreedy(key.limit(), MINUTE).build())
                .withCustomTimePrecision(time)
                .build();
    }

    private record Key<K>(K who, int limit) {}

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
