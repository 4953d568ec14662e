package org.gatehouse.catalog.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatehouse.catalog.limit.LimitWorld.limit;
import static org.gatehouse.catalog.limit.LimitWorld.named;
import static org.gatehouse.catalog.limit.LimitWorld.only;
import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;
import static org.gatehouse.platform.database.schema.Tables.USAGE_LIMIT;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.catalog.FakeTool;
import org.gatehouse.catalog.Tier;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.TestDatabases;
import org.jooq.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits as administrators make, change and take them away. */
class LimitServiceTest {
    private final LimitWorld world = new LimitWorld(FakeTool.echo("soqlQuery", Tier.READ));

    @Test
    void anInstallationBeginsWithTwoLimitsThatProtectAndAreFarFromAnyAgent() {
        var fresh = new Database(TestDatabases.empty());

        List<ActiveLimit> limits = fresh.sql().selectFrom(USAGE_LIMIT).orderBy(USAGE_LIMIT.NAME).fetch(LimitRows::active);

        assertThat(limits).extracting(limit -> limit.name() + ": " + limit.told() + " " + limit.each()).containsExactly(
                "calls-per-connection: 30000 calls a minute [CLIENT, PERSON, SERVER]", "rows-per-person: 1000000 rows a day [PERSON]");
    }

    @Test
    void readsALimitAsItWasWritten() {
        Limit made = new Limit(
                "desk", "For the desk", true, Measure.BYTES, 5_000_000, Window.HOUR,
                Map.of(Dimension.CLIENT, "inspector", Dimension.PERSON, LimitWorld.REP, Dimension.SERVER, "platform/object-reads"), Set.of(Dimension.TOOL), null);

        Limit read = world.service.create(made);

        assertThat(read).usingRecursiveComparison().ignoringFields("version").isEqualTo(made);
        assertThat(read.version()).isEqualTo(1);
        assertThat(world.service.all()).containsExactly(read);
    }

    @Test
    void aChangeLeavesATrailWithWhatWasThereAndWhatIs() {
        world.with(limit(Measure.CALLS, 10, Window.MINUTE));

        Limit read = world.service.one("test");
        world.service.update(new Limit("test", "", true, Measure.CALLS, 20, Window.MINUTE, Map.of(), Set.of(), read.version()));
        world.service.delete("test", 2);

        List<? extends Record> events = world.database.sql().select().from(AUDIT_EVENT).where(AUDIT_EVENT.METHOD.like("limit.%")).orderBy(AUDIT_EVENT.ID).fetch();
        assertThat(events).extracting(event -> event.get(AUDIT_EVENT.METHOD)).containsExactly("limit.create", "limit.update", "limit.delete");
        assertThat(events).extracting(event -> event.get(AUDIT_EVENT.OBJECTS)).containsOnly("test");
        assertThat(events.get(0).get(AUDIT_EVENT.AFTER_VALUE)).contains("\"size\":10");
        assertThat(events.get(1).get(AUDIT_EVENT.BEFORE_VALUE)).isEqualTo("{\"size\":10,\"version\":1}");
        assertThat(events.get(1).get(AUDIT_EVENT.AFTER_VALUE)).isEqualTo("{\"size\":20,\"version\":2}");
        assertThat(events.get(2).get(AUDIT_EVENT.AFTER_VALUE)).isNull();
    }

    @Test
    void g16RefusesAChangeOfWhatSomebodyElseHasChanged() {
        world.with(limit(Measure.CALLS, 10, Window.MINUTE));
        Limit read = world.service.one("test");
        Limit changed = new Limit("test", "", true, Measure.CALLS, 20, Window.MINUTE, Map.of(), Set.of(), read.version());
        world.service.update(changed);

        assertThat(refusal(() -> world.service.update(changed))).isInstanceOf(Problem.Conflict.class);
        assertThat(refusal(() -> world.service.update(limit(Measure.CALLS, 30, Window.MINUTE)))).as("without a version").isInstanceOf(Problem.Conflict.class);
        assertThat(refusal(() -> world.service.delete("test", 1))).isInstanceOf(Problem.Conflict.class);
        assertThat(refusal(() -> world.service.create(limit(Measure.CALLS, 30, Window.MINUTE)))).as("made twice").isInstanceOf(Problem.Conflict.class);
        assertThat(world.service.one("test").size()).isEqualTo(20);
        assertThat(refusal(() -> world.service.delete("nothing", 1))).isInstanceOf(Problem.NotFound.class);
    }

    @ParameterizedTest
    @CsvSource({
        "CLIENT, nobodys, there is no client of this id",
        "PERSON, nobody, there is no person of this sign-in name",
        "SERVER, platform/nothing, there is no server of this name",
        "TOOL, dropEverything, no server has a tool of this name"
    })
    void aLimitOnANameThatNobodyHasIsRefused(Dimension dimension, String value, String message) {
        Limit limit = only(limit(Measure.CALLS, 10, Window.MINUTE), dimension, value);

        Problem.InvalidArguments refused = (Problem.InvalidArguments) refusal(() -> world.service.create(limit));

        assertThat(refused.violations()).containsExactly(new Problem.Violation("/only/" + dimension, message));
        assertThat(world.service.all()).isEmpty();
    }

    @Test
    void saysEverythingThatIsWrongWithALimitAtOnce() throws Exception {
        Limit limit = Json.read("{\"name\": \"Usage!\", \"only\": {\"CLIENT\": null, \"TOOL\": \"soqlQuery\"}, \"each\": [\"TOOL\"]}".getBytes(StandardCharsets.UTF_8), Limit.class);

        Problem.InvalidArguments refused = (Problem.InvalidArguments) refusal(() -> world.service.create(limit));

        assertThat(refused.violations()).extracting(Problem.Violation::location).containsExactly("/name", "/measure", "/window", "/size", "/only/CLIENT", "/only/TOOL");
        assertThat(refusal(() -> world.service.create(named("usage", limit(Measure.CALLS, 1, Window.MINUTE))))).isInstanceOf(Problem.InvalidArguments.class);
    }

    @Test
    void aLimitOnAPersonFollowsTheirSignInName() {
        world.with(only(limit(Measure.CALLS, 1, Window.MINUTE), Dimension.PERSON, LimitWorld.REP));
        String id = world.userId(LimitWorld.REP);

        world.database.sql().update(APP_USER).set(APP_USER.USERNAME, "renamed").where(APP_USER.ID.eq(id)).execute();

        assertThat(world.service.one("test").only()).containsEntry(Dimension.PERSON, "renamed");
        assertThat(world.calls(new Use("inspector", id, "renamed", "platform/object-reads", ""), 2)).isEqualTo(1);
    }

    private static Problem refusal(Runnable work) {
        return catchThrowableOfType(ProblemException.class, work::run).problem();
    }
}
