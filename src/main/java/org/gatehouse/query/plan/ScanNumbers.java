package org.gatehouse.query.plan;

/** Gives every scan of one statement a number of its own. */
final class ScanNumbers {
    private int next;

    int next() {
        return next++;
    }
}
