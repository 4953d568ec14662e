package org.gatehouse.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Runs of several sides in turn, so that a busy machine slows all alike. */
final class Contest {
    private static final int FEWEST = 5;
    private static final int MOST = 21;
    private static final long ENOUGH = 4_000_000_000L;

    private final List<double[]> rounds = new ArrayList<>();

    private Contest() {}

    /** Measures until there are enough rounds; a side that takes too long is asked once only. The first ones, in which plans are made and pages are read, do not count. */
    static Contest of(List<Side> sides) throws SQLException {
        Contest contest = new Contest();
        List<Boolean> running = new ArrayList<>();
        for (Side side : sides) {
            running.add(side.ask().came());
        }
        long end = System.nanoTime() + ENOUGH;
        warmUp(sides, running, end);
        while (contest.rounds.size() < MOST && (contest.rounds.size() < FEWEST || System.nanoTime() < end)) {
            double[] round = new double[sides.size()];
            for (int side = 0; side < round.length; side++) {
                round[side] = running.get(side) ? sides.get(side).ask().millis() : Double.POSITIVE_INFINITY;
            }
            contest.rounds.add(round);
        }
        return contest;
    }

    /** After so many runs the driver prepares on the server, and after as many more PostgreSQL has chosen how it plans. */
    private static void warmUp(List<Side> sides, List<Boolean> running, long end) throws SQLException {
        for (int side = 0; side < sides.size(); side++) {
            for (int run = 0; running.get(side) && run < 12 && System.nanoTime() < end; run++) {
                sides.get(side).ask();
            }
        }
    }

    /** The median time of a side, in milliseconds. */
    double millis(int side) {
        return median(round -> round[side]);
    }

    /** The median of how many times longer one side took than another in the same round. */
    double ratio(int side, int other) {
        return median(round -> round[side] / round[other]);
    }

    int size() {
        return rounds.size();
    }

    private double median(ToDoubleFunction<double[]> figure) {
        return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
    }
}
