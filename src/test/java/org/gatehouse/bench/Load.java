package org.gatehouse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Sends the same request again and again over a few connections and measures how long each answer takes. */
final class Load implements AutoCloseable {
    private final int connections;
    private final ExecutorService senders;

    Load(int connections) {
        this.connections = connections;
        this.senders = Executors.newFixedThreadPool(connections);
    }

    /** Sends for a while. Every answer must be a 200 that contains the expected text, or the run means nothing. */
    Figures run(HttpRequest request, String expected, Duration duration) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + duration.toNanos();
        List<Future<long[]>> parts = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            parts.add(senders.submit(() -> send(request, expected, end)));
        }
        List<long[]> done = new ArrayList<>();
        for (Future<long[]> part : parts) {
            done.add(part.get());
        }
        return Figures.of(done.stream().flatMapToLong(Arrays::stream).sorted().toArray(), duration);
    }

    private static long[] send(HttpRequest request, String expected, long end) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            long[] times = new long[1 << 16];
            int count = 0;
            while (System.nanoTime() < end) {
                long start = System.nanoTime();
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                long time = System.nanoTime() - start;
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                assertThat(answer.body()).contains(expected);
                if (count == times.length) {
                    times = Arrays.copyOf(times, 2 * count);
                }
                times[count++] = time;
            }
            return Arrays.copyOf(times, count);
        }
    }

    @Override
    public void close() {
        senders.shutdownNow();
    }

    /** What a run showed: requests a second, and the 50th and 99th percentile of the answer times in milliseconds. */
    record Figures(double requestsPerSecond, double p50, double p99) {
        static Figures of(long[] sortedNanos, Duration duration) {
            return new Figures(
                    sortedNanos.length / (duration.toNanos() / 1e9),
                    sortedNanos[sortedNanos.length / 2] / 1e6,
                    sortedNanos[(int) (sortedNanos.length * 0.99)] / 1e6);
        }

        /** The medians of several runs. */
        static Figures median(List<Figures> runs) {
            return new Figures(median(runs, Figures::requestsPerSecond), median(runs, Figures::p50), median(runs, Figures::p99));
        }

        /** The median of how many requests one answered for each of the other's in the same pair of runs. */
        static double ratio(List<Figures> one, List<Figures> other) {
            double[] ratios = IntStream.range(0, one.size()).mapToDouble(i -> one.get(i).requestsPerSecond() / other.get(i).requestsPerSecond()).sorted().toArray();
            return ratios[ratios.length / 2];
        }

        private static double median(List<Figures> runs, ToDoubleFunction<Figures> figure) {
            return runs.stream().mapToDouble(figure).sorted().toArray()[runs.size() / 2];
        }

        @Override
        public String toString() {
            return "%7.0f req/s   p50 %6.2f ms   p99 %6.2f ms".formatted(requestsPerSecond, p50, p99);
        }
    }
}
