package org.gatehouse.oauth.grant;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Does one thing many times at once. */
public final class Parallel {
    private Parallel() {}

    /** The results of work that so many threads begin together. */
    public static <T> List<T> times(int threads, Supplier<T> work) {
        var barrier = new CyclicBarrier(threads);
        try (var executor = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> futures = IntStream.range(0, threads)
                    .mapToObj(n -> executor.submit(() -> {
                        barrier.await();
                        return work.get();
                    }))
                    .toList();
            return futures.stream().map(Parallel::result).toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
