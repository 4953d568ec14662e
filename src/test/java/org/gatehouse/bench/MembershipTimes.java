package org.gatehouse.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.ROLE;
import static org.gatehouse.platform.database.schema.Tables.ROLE_CLOSURE;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.gatehouse.permission.sharing.GroupMemberships;
import org.gatehouse.permission.sharing.Recalculation;
import org.gatehouse.platform.database.Database;
import org.gatehouse.testing.TestPostgres;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** How long a change of roles, people or groups takes, for it carries the recalculation of the group memberships with it. */
class MembershipTimes {
    /** Roles directly below each. */
    private static final int BRANCHES = 3;

    /** People in each role. */
    private static final int EACH = 50;

    private static final int TIMES = 5;

    private final Report report = new Report("memberships");

    @Test
    void measures() {
        for (int people : List.of(2_000, 20_000)) {
            DSLContext sql = organisation(people);
            Timed first = timed(sql, () -> {});
            report.line("%,7d people: all %,9d memberships anew %7.0f ms", people, first.done().memberships(), first.milliseconds());
            report.line("               a person moves to another role %7.0f ms", median(sql, role -> sql.update(APP_USER)
                    .set(APP_USER.ROLE_ID, roleId(role)).where(APP_USER.ID.eq(userId(1_000))).execute()));
            report.line("               nothing differs                %7.0f ms", median(sql, role -> {}));
            assertThat(timed(sql, () -> {}).done().unchanged()).isTrue();
        }
    }

    private static double median(DSLContext sql, IntConsumer change) {
        return IntStream.range(0, TIMES).mapToDouble(time -> timed(sql, () -> change.accept(time)).milliseconds()).sorted().toArray()[TIMES / 2];
    }

    /** A change and the recalculation in one transaction, as administrators make them. */
    private static Timed timed(DSLContext sql, Runnable change) {
        long start = System.nanoTime();
        Recalculation done = sql.transactionResult(all -> {
            change.run();
            return GroupMemberships.recompute(all.dsl());
        });
        return new Timed(done, (System.nanoTime() - start) / 1e6);
    }

    /** Roles in a tree of three below each, and fifty people in each of them. */
    private static DSLContext organisation(int people) {
        DSLContext sql = new Database(TestPostgres.demoOrganisation()).sql();
        for (int role = 0; role < people / EACH; role++) {
            sql.insertInto(ROLE)
                    .set(ROLE.ID, roleId(role))
                    .set(ROLE.API_NAME, "many." + role)
                    .set(ROLE.LABEL, "Many " + role)
                    .set(ROLE.PARENT_ID, role == 0 ? null : roleId(above(role)))
                    .execute();
            for (int below = role; below > 0; below = above(below)) {
                sql.insertInto(ROLE_CLOSURE).set(ROLE_CLOSURE.ANCESTOR_ID, roleId(above(below))).set(ROLE_CLOSURE.ROLE_ID, roleId(role)).execute();
            }
        }
        sql.query(
                """
                INSERT INTO gatehouse.app_user (id, username, name, email, profile_id, role_id, active, time_zone, locale, created_date, last_modified_date)
                SELECT '005' || lpad((100000 + u)::TEXT, 15, '0'), 'many.' || u, 'Person ' || u, 'many.' || u || '@example.com', p.profile_id,
                       '00E' || lpad((100000 + u / {0})::TEXT, 15, '0'), TRUE, 'UTC', 'en', now(), now()
                FROM generate_series(0, {1} - 1) u, (SELECT profile_id FROM gatehouse.app_user WHERE username = 'rep.west.1') p
                """,
                DSL.inline(EACH), DSL.inline(people)).execute();
        return sql;
    }

    private static int above(int role) {
        return (role - 1) / BRANCHES;
    }

    private static String roleId(int number) {
        return "00E%015d".formatted(100_000 + number);
    }

    private static String userId(int number) {
        return "005%015d".formatted(100_000 + number);
    }

    private record Timed(Recalculation done, double milliseconds) {}
}
