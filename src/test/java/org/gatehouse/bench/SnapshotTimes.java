package org.gatehouse.bench;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;

import java.util.List;
import org.gatehouse.permission.PermissionEngine;

/** How long it takes to know what a person may do: for the first time, and again. */
final class SnapshotTimes {
    private static final int PEOPLE = 300;
    private static final int AGAIN = 200_000;

    private final BigOrganisation organisation;
    private final Report report;

    SnapshotTimes(BigOrganisation organisation, Report report) {
        this.organisation = organisation;
        this.report = report;
    }

    void measure() {
        List<String> people = organisation.database().sql().select(APP_USER.ID).from(APP_USER).where(APP_USER.USERNAME.like("big.%"))
                .orderBy(APP_USER.USERNAME).limit(PEOPLE).fetch(APP_USER.ID);
        // Once without counting, as a server that runs has done long since.
        PermissionEngine warm = organisation.permissions();
        people.forEach(person -> warm.access(person, 1));
        PermissionEngine engine = organisation.permissions();
        long start = System.nanoTime();
        engine.access(people.getFirst(), 1);
        double first = (System.nanoTime() - start) / 1e6;
        double[] cold = people.stream().skip(PEOPLE / 3).mapToDouble(person -> millis(engine, person)).sorted().toArray();
        double[] cached = people.stream().mapToDouble(person -> again(engine, person)).sorted().toArray();
        report.line("");
        report.line("effective access, cold     median %.2f ms, worst %.2f ms of %d people; with the settings of all people before it %.0f ms",
                cold[cold.length / 2], cold[cold.length - 1], cold.length, first);
        report.line("effective access, cached   median %.3f µs", cached[cached.length / 2] * 1e3);
    }

    private static double millis(PermissionEngine engine, String person) {
        long start = System.nanoTime();
        engine.access(person, 1);
        return (System.nanoTime() - start) / 1e6;
    }

    private static double again(PermissionEngine engine, String person) {
        int times = AGAIN / PEOPLE;
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            engine.access(person, 1);
        }
        return (System.nanoTime() - start) / 1e6 / times;
    }
}
