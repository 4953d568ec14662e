package org.gatehouse.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatehouse.setup.SetupWorld.ADA;
import static org.gatehouse.setup.SetupWorld.document;
import static org.gatehouse.setup.SetupWorld.text;

import java.util.List;
import java.util.Set;
import org.gatehouse.audit.TestOperator;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.setup.SetupWorld.Room;
import org.gatehouse.testing.SampleWorld.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SetupServiceTest {
    private final SetupWorld world = new SetupWorld(Product.H2);

    @Test
    void anExportHasNamesAndNoVersionsAndChangesNothingWhereItIsApplied() {
        world.team("west", null, 3).team("north", "west", 2);
        world.rooms.put("hall", new Room(40, Set.of("west")));

        SetupDocument export = world.service.export();

        assertThat(Json.text(export)).isEqualTo(
                "{\"format\":1,\"parts\":{\"rooms\":{\"hall\":{\"seats\":40,\"teams\":[\"west\"]}},"
                        + "\"teams\":{\"north\":{\"above\":\"west\",\"size\":2},\"west\":{\"size\":3}}}}");
        assertThat(world.service.plan(export, true).changes()).isEmpty();
    }

    @Test
    void aPlanShowsWhatDiffersAndWhatIsLeftAndDoesNothing() {
        world.team("west", null, 3).team("east", null, 1);

        SetupPlan plan = world.service.plan(document("{\"teams\": {\"west\": {\"size\": 4}, \"south\": {\"size\": 1}}}"), false);

        assertThat(text(plan.changes())).containsExactly("CREATE teams/south nothing -> {\"size\":1}", "CHANGE teams/west {\"size\":3} -> {\"size\":4}");
        assertThat(plan.left()).containsExactly("teams/east");
        assertThat(world.done).isEmpty();
    }

    @Test
    void whatIsMadeFindsWhatItNamesAndWhatIsTakenAwayIsNamedByNothing() {
        world.team("old", null, 1).team("a-below-old", "old", 1);

        AppliedSetup done = world.apply(document("{\"teams\": {\"a\": {\"above\": \"b\", \"size\": 1}, \"b\": {\"above\": \"c\", \"size\": 1}, \"c\": {\"size\": 1}}}"), true);

        assertThat(world.done).containsExactly("create team c", "create team b", "create team a", "delete team a-below-old", "delete team old");
        assertThat(done.changes()).hasSize(5);
        assertThat(done.appliedBy()).isEqualTo("ada");
    }

    @Test
    void aChangeIsMadeAtTheVersionThatThereIs() {
        world.team("west", null, 3);

        world.apply(document("{\"teams\": {\"west\": {\"size\": 4}}}"), false);

        assertThat(world.done).containsExactly("update team west at 7");
    }

    @Test
    void aPartThatIsNotInTheDocumentIsLeftAloneAndOneThatCannotLoseThingsKeepsThem() {
        world.team("west", null, 3);
        world.rooms.put("hall", new Room(40, Set.of()));

        SetupPlan plan = world.service.plan(document("{\"rooms\": {}}"), true);

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.left()).containsExactly("rooms/hall");
    }

    @Test
    void g16WhatWasNotPlannedOnThePresentSetupIsNotApplied() {
        world.team("west", null, 3);
        SetupDocument wanted = document("{\"teams\": {\"west\": {\"size\": 4}}}");
        String basis = world.service.plan(wanted, false).basis();
        world.team("west", null, 5);

        assertThat(refusal(() -> world.service.apply(wanted, false, basis, ADA))).isInstanceOf(Problem.Conflict.class);
        assertThat(refusal(() -> world.service.apply(wanted, false, "", ADA))).isInstanceOf(Problem.Conflict.class);
        assertThat(world.done).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"toys\": {}} | /parts/toys | there is no such part; there are teams, rooms",
        "{\"teams\": {\"a/b\": []}} | /parts/teams/a~1b | a thing is a JSON object",
        "{\"teams\": {\"a\": {\"size\": \"x\"}}} | /parts/teams/a | The value at /size is not of the right kind.",
        "{\"teams\": {\"a\": {\"siez\": 1}}} | /parts/teams/a | There is no member siez here.",
        "{\"teams\": {\"a\": {\"version\": 1}}} | /parts/teams/a/version | this is no part of a document",
        "{\"teams\": {\"a\": {\"name\": \"b\"}}} | /parts/teams/a/name | the name stands before the thing, and only there",
    })
    void saysWhereADocumentIsWrong(String parts, String place, String message) {
        Problem.InvalidArguments refused = (Problem.InvalidArguments) refusal(() -> world.service.plan(document(parts), false));

        assertThat(refused.violations()).containsExactly(new Problem.Violation(place, message));
    }

    @Test
    void whatAServiceRefusesIsRefusedWithItsPlaceInTheDocument() {
        Problem.InvalidArguments refused = (Problem.InvalidArguments) refusal(() -> world.apply(document("{\"teams\": {\"west\": {\"size\": -1}}}"), false));
        Problem.InvalidArguments unknown = (Problem.InvalidArguments) refusal(() -> world.apply(document("{\"rooms\": {\"hall\": {\"seats\": 1, \"teams\": []}}}"), false));

        assertThat(refused.message()).isEqualTo("The setup cannot be applied. Nothing was changed.");
        assertThat(refused.violations()).containsExactly(new Problem.Violation("/parts/teams/west/size", "no team is smaller than nothing"));
        assertThat(unknown.violations()).containsExactly(new Problem.Violation("/parts/rooms/hall", "there is nothing of this name, and a document cannot make it"));
        assertThat(world.applied.last()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void driftIsWhatHasChangedSinceADocumentWasAppliedInThePartsThatItHad(Product product) {
        var there = new SetupWorld(product).team("west", null, 3).team("kept", null, 1).team("lost", null, 1);
        assertThat(refusal(there.service::drift)).isInstanceOf(Problem.NotFound.class);
        there.apply(document("{\"teams\": {\"west\": {\"size\": 4}}}"), false);
        assertThat(there.service.drift().changes()).as("what was left is no drift").isEmpty();

        there.team("west", null, 9).team("new", null, 1).teams.remove("lost");
        there.rooms.put("hall", new Room(40, Set.of()));

        SetupDrift drift = there.service.drift();
        assertThat(drift.appliedAt() + " " + drift.appliedBy()).isEqualTo("2026-11-28T10:00:00Z ada");
        assertThat(text(drift.changes())).containsExactly(
                "CREATE teams/new nothing -> {\"size\":1}", "CHANGE teams/west {\"size\":4} -> {\"size\":9}", "REMOVE teams/lost {\"size\":1} -> nothing");
    }

    @Test
    void anOperatorPlansAppliesAndComparesOverJmx() throws Exception {
        world.team("west", null, 3);
        var monitor = new SetupMonitor(world.service, world.applied, TestOperator.acts());
        String document = "{\"format\": 1, \"parts\": {\"teams\": {\"west\": {\"size\": 4}}}}";
        assertThat(monitor.getLastApplied()).isEmpty();

        String basis = Json.literal(monitor.plan(document, false)).path("basis").textValue();
        String applied = monitor.apply(document, false, basis);

        assertThat(applied).contains("\"kind\" : \"CHANGE\"");
        assertThat(monitor.getLastApplied()).isEqualTo("2026-11-28T10:00:00Z by (operator over JMX)");
        assertThat(monitor.drift()).contains("\"changes\" : [ ]");
        assertThat(monitor.export()).contains("\"size\" : 4");
        assertThat(List.of("{}", "[", "{\"format\": 2, \"parts\": {}}")).allSatisfy(wrong ->
                assertThat(catchThrowableOfType(IllegalArgumentException.class, () -> monitor.plan(wrong, false))).isNotNull());
    }

    private static Problem refusal(Runnable work) {
        return catchThrowableOfType(ProblemException.class, work::run).problem();
    }
}
