package org.gatehouse.platform.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Brings the database's schema to this release by Flyway. A migration that fails stops the start. */
public final class Migrations {
    private static final String SYSTEM = "classpath:db/migration";
    private static final String DEMO = "classpath:db/demo";

    private Migrations() {}

    /**
     * Migrates.
     *
     * @param demo whether the demo organisation belongs into this database
     * @throws IllegalStateException if the database holds the demo organisation, whose passwords everybody knows, and this is not demo mode, or
     *     if it is an H2 database that gives old results again
     */
    public static void migrate(DataSource dataSource, boolean demo) {
        H2Settings.check(dataSource);
        List<String> locations = new ArrayList<>(List.of(SYSTEM));
        if (demo) {
            locations.add(DEMO);
        }
        if (!demo && holdsDemo(dataSource)) {
            throw new IllegalStateException("This database holds the demo organisation, whose passwords are public. "
                    + "Set gatehouse.demo=true, or point GATEHOUSE_DB_URL at another database.");
        }
        Flyway flyway = flyway(dataSource, locations);
        if (demo && !flyway.validateWithResult().validationSuccessful && holdsDemo(dataSource)) {
            throw new IllegalStateException("This database holds the demo organisation of another release. Delete it (the README's run"
                    + " command keeps it in .gatehouse) and start again; only databases without the demo are brought up to date.");
        }
        flyway.migrate();
    }

    private static boolean holdsDemo(DataSource dataSource) {
        return Arrays.stream(flyway(dataSource, List.of(SYSTEM, DEMO)).info().applied())
                .map(MigrationInfo::getScript)
                .anyMatch(script -> script.contains("demo_"));
    }

    private static Flyway flyway(DataSource dataSource, List<String> locations) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .schemas("gatehouse")
                .createSchemas(true)
                .validateMigrationNaming(true)
                .locations(locations.toArray(String[]::new))
                .load();
    }
}
