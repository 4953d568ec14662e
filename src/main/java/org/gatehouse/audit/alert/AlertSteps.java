package org.gatehouse.audit.alert;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.SortedMap;

/**
 * The steps of time in which an alert counts: sixty make its window. A window that slides event by event would have to keep every event; this one
 * is at most one step longer than what the administrator wrote, so it raises no later.
 *
 * @param minutes the window
 */
record AlertSteps(int minutes) {
    /** How many make a window. */
    static final int WINDOW = 60;

    /** The step that a moment lies in. A step has as many seconds as the window has minutes. */
    long of(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), minutes);
    }

    /** The most that any window holds. */
    static long most(SortedMap<Long, Long> counts) {
        Deque<Map.Entry<Long, Long>> window = new ArrayDeque<>();
        long sum = 0;
        long most = 0;
        for (Map.Entry<Long, Long> next : counts.entrySet()) {
            window.addLast(next);
            sum += next.getValue();
            // Sixty whole steps lie between a step and the one that is sixty further: both may hold events less than a window apart.
            while (window.getFirst().getKey() < next.getKey() - WINDOW) {
                sum -= window.removeFirst().getValue();
            }
            most = Math.max(most, sum);
        }
        return most;
    }
}
