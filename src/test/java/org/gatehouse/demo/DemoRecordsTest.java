package org.gatehouse.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.sql.DataSource;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.database.Migrations;
import org.gatehouse.testing.TestDatabases;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class DemoRecordsTest {
    private static final List<String> RECORD_TABLES =
            List.of("account", "contact", "opportunity", "opportunity_line", "support_case", "task", "product");

    @Test
    void makesAboutAsManyRecordsAsAsked() {
        var database = new Database(TestDatabases.demoOrganisation());

        DemoRecords.install(database, 3000);

        int records = RECORD_TABLES.stream().mapToInt(table -> count(database, "records", table)).sum();
        assertThat(records + count(database, "billing", "inv_header") + count(database, "billing", "inv_pos")).isBetween(2700, 3300);
    }

    @Test
    void makesTheSameRecordsEveryTime() {
        var one = new Database(TestDatabases.demoOrganisation());
        var other = new Database(TestDatabases.demoOrganisation());

        DemoRecords.install(one, 1500);
        DemoRecords.install(other, 1500);

        for (String table : RECORD_TABLES) {
            assertThat(content(one, table)).as(table).isNotEmpty().isEqualTo(content(other, table));
        }
    }

    @Test
    void leavesAnOrganisationWithRecordsAlone() {
        var database = new Database(TestDatabases.demoOrganisation());
        DemoRecords.install(database, 500);
        int before = count(database, "records", "account");

        boolean made = DemoRecords.install(database, 3000);

        assertThat(made).isFalse();
        assertThat(count(database, "records", "account")).isEqualTo(before);
    }

    @Test
    void refusesToOpenTheDemoOrganisationOutsideDemoMode() {
        DataSource dataSource = TestDatabases.demoOrganisation();

        assertThatThrownBy(() -> Migrations.migrate(dataSource, false)).hasMessageContaining("passwords are public");
    }

    private static int count(Database database, String schema, String table) {
        return database.sql().fetchCount(DSL.table(DSL.name(schema, table)));
    }

    private static String content(Database database, String table) {
        return database.sql().selectFrom(DSL.table(DSL.name("records", table))).orderBy(1).fetch().formatCSV();
    }
}
