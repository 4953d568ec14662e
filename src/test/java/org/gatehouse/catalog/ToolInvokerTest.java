package org.gatehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatehouse.catalog.StandardServer.OBJECT_ALL;
import static org.gatehouse.catalog.ToolContract.assertFitsOutputSchema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.AuditDraft;
import org.gatehouse.audit.Channel;
import org.gatehouse.audit.EventType;
import org.gatehouse.identity.Caller;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.Problem.Violation;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolInvokerTest {
    private final FakeTool query = FakeTool.echo("soqlQuery", Tier.READ);
    private final FakeTool delete = FakeTool.echo("deleteRecord", Tier.DELETE);
    private final FakeTool unlisted = FakeTool.echo("dropEverything", Tier.READ);
    private final TestCatalog world =
            TestCatalog.with(new Database(TestDatabases.empty()), query, delete, unlisted).active(OBJECT_ALL);
    private final Caller reader = world.caller(OBJECT_ALL, "mcp_api.read");
    private final AuditDraft audit = new AuditDraft(EventType.API_TOTAL_USAGE, "r-1", new Actor(null, null, null, null, null), Channel.INSIDE);

    @Test
    void callsToolWithItsCallerAndArguments() {
        ToolResult result = invoke("soqlQuery", Json.object().put("q", "SELECT Id FROM Account"));

        assertThat(result.structured().path("echo").textValue()).isEqualTo("SELECT Id FROM Account");
        assertThat(query.calls()).singleElement().satisfies(call -> {
            assertThat(call.caller()).isEqualTo(reader);
            assertThat(call.audit()).isSameAs(audit);
        });
        assertFitsOutputSchema(query, result);
    }

    @Test
    void answersUnknownUnlistedAndUncoveredToolsAlike() {
        List<Problem> problems = List.of(
                refusal("noSuchTool", Json.object()), refusal("dropEverything", Json.object()), refusal("deleteRecord", Json.object()));

        assertThat(problems).allSatisfy(problem -> assertThat(problem).isInstanceOf(Problem.NotFound.class));
        assertThat(problems).extracting(Problem::message).containsOnly(problems.get(0).message());
        assertThat(delete.calls()).isEmpty();
        assertThat(unlisted.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{}                                  | `''`      ",
        "{\"q\": 1}                          | /q      ",
        "{\"q\": true}                       | /q      ",
        "{\"q\": null}                       | /q      ",
        "{\"q\": [\"x\"]}                    | /q      ",
        "{\"q\": \"x\", \"limit\": \"5\"}     | /limit  ",
        "{\"q\": \"x\", \"limit\": 1.5}       | /limit  ",
        "{\"q\": \"x\", \"limit\": 11}        | /limit  ",
        "{\"q\": \"x\", \"limit\": 0}         | /limit  ",
        "{\"q\": \"x\", \"surprise\": 1}      | /surprise",
    })
    void q01RefusesArgumentsThatDoNotFitAndConvertsNothing(String arguments, String location) {
        Problem problem = refusal("soqlQuery", Json.literal(arguments));

        assertThat(problem).isInstanceOfSatisfying(
                Problem.InvalidArguments.class,
                invalid -> assertThat(invalid.violations()).extracting(Violation::location).contains(location.replace("''", "")));
        assertThat(query.calls()).isEmpty();
    }

    @Test
    void boundsTheListOfViolations() {
        ObjectNode arguments = Json.object().put("q", "x");
        for (int i = 0; i < 5_000; i++) {
            arguments.put("surprise" + i, i);
        }

        Problem problem = refusal("soqlQuery", arguments);

        assertThat(problem).isInstanceOfSatisfying(
                Problem.InvalidArguments.class, invalid -> assertThat(invalid.violations()).hasSizeLessThanOrEqualTo(20));
    }

    private ToolResult invoke(String tool, ObjectNode arguments) {
        return world.invoker().invoke(world.catalog().require(reader, "platform/object-all"), tool, arguments, new SilentDialogue(), audit);
    }

    private Problem refusal(String tool, ObjectNode arguments) {
        return catchThrowableOfType(ProblemException.class, () -> invoke(tool, arguments)).problem();
    }
}
