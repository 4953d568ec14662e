package org.gatehouse.audit;

import jakarta.inject.Singleton;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Events that could not be written, each of which failed its call: the database is away or full, and until that is mended nobody gets an answer. It
 * tells whoever listens once for each time that it begins.
 */
@Singleton
public class UnwrittenEvents {
    private final AtomicLong count = new AtomicLong();
    private final AtomicBoolean failing = new AtomicBoolean();
    private final CopyOnWriteArrayList<Consumer<String>> alarms = new CopyOnWriteArrayList<>();

    /** Lets somebody be told. */
    public void alarm(Consumer<String> alarm) {
        alarms.add(alarm);
    }

    /** How many there were since the start. */
    public long count() {
        return count.get();
    }

    /** Writes, and notes whether that went well. */
    void watch(Runnable write) {
        try {
            write.run();
        } catch (RuntimeException e) {
            count.incrementAndGet();
            if (failing.compareAndSet(false, true)) {
                alarms.forEach(alarm -> alarm.accept("Events cannot be written, and calls fail because of it: " + e));
            }
            throw e;
        }
        if (failing.get()) {
            failing.set(false);
        }
    }
}
