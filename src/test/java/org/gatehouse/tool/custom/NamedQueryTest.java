package org.gatehouse.tool.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.tool.custom.CustomServerWorld.SERVER;
import static org.gatehouse.tool.custom.CustomServerWorld.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gatehouse.catalog.McpServer;
import org.gatehouse.catalog.ToolDefinition;
import org.gatehouse.oauth.client.ServerAccess;
import org.gatehouse.oauth.client.ToolAccess;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.testing.SampleWorld.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries of administrators as tools: the caller's rights decide, and a value stays a value. */
class NamedQueryTest {
    private static final String DOCUMENT = """
            {"title": "Sales", "tools": [{"tool": "soqlQuery", "name": "ask", "title": "Ask", "description": "Runs a query.", "annotations": {"openWorld": true}}],
             "queries": [
               {"name": "accountsNamed", "description": "Accounts of a name.", "query": "SELECT Id, Name FROM Account WHERE Name = :name",
                "arguments": [{"name": "name", "type": "text", "required": true}]},
               {"name": "allAccounts", "description": "Accounts.", "query": "SELECT Id, Name, Owner.Username FROM Account ORDER BY Name"},
               {"name": "revenue", "description": "Revenue.", "query": "SELECT Name, AnnualRevenue FROM Account ORDER BY Name LIMIT :most",
                "arguments": [{"name": "most", "type": "integer", "required": true}]},
               {"name": "unknown", "description": "Nothing.", "query": "SELECT Name, AnnualRevenuf FROM Account"},
               {"name": "inIndustries", "description": "Accounts.", "query": "SELECT Industry FROM Account WHERE Industry IN :industries",
                "arguments": [{"name": "industries", "type": "text", "list": true, "required": true}]},
               {"name": "withParent", "description": "Accounts.", "query": "SELECT Id FROM Account WHERE ParentId = :parent",
                "arguments": [{"name": "parent", "type": "text"}]},
               {"name": "since", "description": "Accounts.", "query": "SELECT Id FROM Account WHERE CreatedDate > :moment",
                "arguments": [{"name": "moment", "type": "datetime", "required": true}]}],
             "prompts": [{"name": "p", "description": "d", "messages": [{"role": "user", "text": "t"}]}],
             "resources": {"schemas": true}}""";

    private final CustomServerWorld world = CustomServerWorld.offering(Product.H2, DOCUMENT);

    @ParameterizedTest
    @EnumSource(Product.class)
    void p44AQueryGivesEverybodyWhatTheyMaySee(Product product) {
        var own = product == Product.H2 ? world : CustomServerWorld.offering(product, DOCUMENT);

        JsonNode rep = own.call("rep.west.1", "allAccounts", Json.object()).structured();
        JsonNode admin = own.call("admin", "allAccounts", Json.object()).structured();

        assertThat(admin.path("totalSize").intValue()).isEqualTo(60);
        assertThat(rep.path("totalSize").intValue()).isBetween(1, 59);
        assertThat(rep.path("records")).isEqualTo(Json.tree(own.world.query("rep.west.1", "SELECT Id, Name, Owner.Username FROM Account ORDER BY Name").records()));
    }

    @Test
    void p44AFieldThatTheCallerMayNotReadIsLikeOneThatIsNotThere() {
        assertThat(world.call("admin", "revenue", Json.object().put("most", 1)).structured().at("/records/0").has("AnnualRevenue")).isTrue();

        Problem hidden = refusal(() -> world.call("rep.west.1", "revenue", Json.object().put("most", 1)));
        Problem absent = refusal(() -> world.call("rep.west.1", "unknown", Json.object()));

        assertThat(hidden.code()).isEqualTo(absent.code()).isEqualTo("INVALID_FIELD");
        assertThat(hidden.message()).isEqualTo(absent.message().replace("AnnualRevenuf", "AnnualRevenue"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"' OR Name != '", "x' OR Name LIKE '%", "\\' OR Id != null OR Name = \\'", ":name", "' LIMIT 1 --", "null", "'"})
    void aValueIsNeverReadAsPartOfTheQuery(String value) {
        JsonNode answer = world.call("admin", "accountsNamed", Json.object().put("name", value)).structured();

        assertThat(answer.path("totalSize").intValue()).isZero();
    }

    @Test
    void aValueIsFoundAsItIs() {
        String name = world.call("admin", "allAccounts", Json.object()).structured().at("/records/0/Name").textValue();

        assertThat(world.call("admin", "accountsNamed", Json.object().put("name", name)).structured().path("totalSize").intValue()).isPositive();
    }

    @Test
    void aListOfValuesFillsIn() {
        ObjectNode arguments = Json.object();
        arguments.putArray("industries").add("Energy").add("Banking");

        JsonNode both = world.call("admin", "inIndustries", arguments).structured();

        assertThat(both.path("records")).isNotEmpty().allSatisfy(record -> assertThat(record.path("Industry").textValue()).isIn("Energy", "Banking"));
    }

    @Test
    void whatIsLeftOutIsNull() {
        JsonNode answer = world.call("admin", "withParent", Json.object()).structured();

        assertThat(answer.path("totalSize").longValue()).isEqualTo(world.world.query("admin", "SELECT Id FROM Account WHERE ParentId = null").totalSize()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\": 5}", "{\"name\": null}", "{\"name\": \"x\", \"other\": 1}", "{\"name\": [\"x\"]}"})
    void argumentsThatDoNotFitNeverReachTheQuery(String arguments) {
        assertThat(refusal(() -> world.call("admin", "accountsNamed", Json.literal(arguments)))).isInstanceOf(Problem.InvalidArguments.class);
        assertThat(world.events.last().objects()).isEmpty();
    }

    @Test
    void aDayThatIsNotInTheCalendarIsRefusedByName() {
        assertThat(refusal(() -> world.call("admin", "since", Json.object().put("moment", "2026-02-30T00:00:00Z"))))
                .isInstanceOfSatisfying(Problem.InvalidArguments.class, problem -> assertThat(problem.violations()).singleElement().satisfies(
                        violation -> assertThat(violation.location()).isEqualTo("/moment")));
    }

    @Test
    void theEventHasObjectsRowsAndNamesOfArgumentsAndNoValue() {
        world.call("admin", "accountsNamed", Json.object().put("name", "a secret name"));

        assertThat(world.events.last().objects()).containsExactly("Account");
        assertThat(world.events.last().rowsReturned()).isZero();
        assertThat(Objects.requireNonNull(world.events.last().arguments()).names()).containsExactly("name");
        assertThat(world.events.last().toString()).doesNotContain("a secret name");
    }

    @Test
    void aToolMayHaveOtherWordsAndMoreCarefulHints() {
        ToolDefinition ask = world.server("admin").visibleTools().getFirst();

        assertThat(ask.name()).isEqualTo("ask");
        assertThat(ask.description()).isEqualTo("Runs a query.");
        assertThat(ask.annotations().openWorld()).isTrue();
        assertThat(ask.annotations().readOnly()).isTrue();
        assertThat(world.call("rep.west.1", "ask", Json.object().put("query", "SELECT COUNT() FROM Account")).structured().path("totalSize").longValue())
                .isEqualTo(world.world.query("rep.west.1", "SELECT COUNT() FROM Account").totalSize());
        assertThat(refusal(() -> world.call("admin", "soqlQuery", Json.object().put("query", "SELECT Id FROM Account")))).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void aTokenWithoutTheScopeOfTheServerGetsNothing() {
        assertThat(refusal(() -> world.server("admin", "mcp_api.write")))
                .isEqualTo(new Problem.InsufficientScope(Set.of("mcp_api.read"), "The token's scopes cover no tool of this server."));
    }

    @Test
    void aClientOfNamedToolsGetsThoseAndNoPromptsOrResources() {
        world.catalog.limitedTo(new ServerAccess.Selected(Map.of(SERVER, new ToolAccess.Selected(Set.of("allAccounts")))));

        McpServer server = world.server("admin");

        assertThat(server.visibleTools()).extracting(ToolDefinition::name).containsExactly("allAccounts");
        assertThat(server.visiblePrompts()).isEmpty();
        assertThat(server.resources()).isEmpty();
        assertThat(refusal(() -> world.read("admin", "schema://Account"))).isInstanceOf(Problem.NotFound.class);
        assertThat(refusal(() -> world.prompt("admin", "p", Map.of()))).isInstanceOf(Problem.NotFound.class);
        assertThat(List.of(server.offersPrompts(), server.offersResources())).containsOnly(true);
    }
}
