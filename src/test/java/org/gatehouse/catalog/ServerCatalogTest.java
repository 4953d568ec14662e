package org.gatehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatehouse.catalog.StandardServer.OBJECT_ALL;
import static org.gatehouse.catalog.StandardServer.OBJECT_MUTATIONS;
import static org.gatehouse.catalog.StandardServer.OBJECT_READS;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.identity.Caller;
import org.gatehouse.oauth.client.ServerAccess;
import org.gatehouse.oauth.client.ToolAccess;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.TestDatabases;
import org.junit.jupiter.api.Test;

class ServerCatalogTest {
    private final FakeTool query = FakeTool.echo("soqlQuery", Tier.READ);
    private final FakeTool schema = FakeTool.echo("getObjectSchema", Tier.READ);
    private final FakeTool create = FakeTool.echo("createRecord", Tier.WRITE);
    private final TestCatalog world = TestCatalog.with(new Database(TestDatabases.empty()), create, query, schema);

    @Test
    void findsActiveServerWithItsToolsInListedOrder() {
        world.active(OBJECT_READS);

        McpServer server = world.catalog().require(world.caller(OBJECT_READS, "mcp_api"), "platform/object-reads");

        assertThat(names(server)).containsExactly("getObjectSchema", "soqlQuery");
    }

    @Test
    void answersInactiveServerLikeUnknownOne() {
        Caller caller = world.caller(OBJECT_READS, "mcp_api");

        var inactive = (Problem.NotFound) refusal(caller, "platform/object-reads");
        var unknown = (Problem.NotFound) refusal(caller, "platform/object-secrets");

        assertThat(inactive.thing()).isEqualTo(unknown.thing()).isEqualTo(Problem.Thing.SERVER);
        assertThat(inactive.message()).isEqualTo(unknown.message());
    }

    @Test
    void knowsServersByTheirExactNameOnly() {
        world.active(OBJECT_READS);
        Caller caller = world.caller(OBJECT_READS, "mcp_api");

        for (String name : List.of("Platform/object-reads", "object-reads", "platform/object-reads/", "custom/object-reads", "OBJECT_READS", "")) {
            assertThat(refusal(caller, name)).isInstanceOf(Problem.NotFound.class);
        }
    }

    @Test
    void refusesTokenThatWasIssuedForSiblingServer() {
        world.active(OBJECT_READS).active(OBJECT_ALL);

        assertThat(refusal(world.caller(OBJECT_ALL, "mcp_api"), "platform/object-reads")).isInstanceOf(Problem.InvalidToken.class);
    }

    @Test
    void showsOnlyTheToolsThatTheClientMayCall() {
        world.active(OBJECT_READS)
                .limitedTo(new ServerAccess.Selected(Map.of("platform/object-reads", new ToolAccess.Selected(Set.of("soqlQuery")))));

        var server = world.catalog().require(world.caller(OBJECT_READS, "mcp_api"), "platform/object-reads");

        assertThat(server.visibleTools()).extracting(ToolDefinition::name).containsExactly("soqlQuery");
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> server.require("getObjectSchema"));
    }

    @Test
    void namesAllScopesOfTheServerWhenTheTokenHasNone() {
        world.active(OBJECT_MUTATIONS);

        Problem problem = refusal(world.caller(OBJECT_MUTATIONS, "api", "mcp_api.delete", "refresh_token"), "platform/object-mutations");

        assertThat(problem).isInstanceOfSatisfying(
                Problem.InsufficientScope.class,
                scope -> assertThat(scope.required()).isEqualTo(Set.of("mcp_api.read", "mcp_api.write")));
    }

    @Test
    void showsOnlyToolsThatTheScopesCover() {
        world.active(OBJECT_ALL);

        McpServer readOnly = world.catalog().require(world.caller(OBJECT_ALL, "mcp_api.read"), "platform/object-all");
        McpServer writeOnly = world.catalog().require(world.caller(OBJECT_ALL, "mcp_api.write"), "platform/object-all");

        assertThat(names(readOnly)).containsExactly("getObjectSchema", "soqlQuery");
        assertThat(names(writeOnly)).containsExactly("createRecord");
    }

    @Test
    void keepsToolsOfOtherTiersOffServerWhateverTheTokenSays() {
        var misfit = TestCatalog.with(new Database(TestDatabases.empty()), FakeTool.echo("soqlQuery", Tier.DELETE)).active(OBJECT_READS);

        McpServer server = misfit.catalog().require(misfit.caller(OBJECT_READS, "mcp_api"), "platform/object-reads");

        assertThat(server.visibleTools()).isEmpty();
    }

    @Test
    void decidesInOrderSoThatHiddenServerNeverAsksForBetterToken() {
        Caller wrongInEveryWay = world.caller(OBJECT_ALL, "api");

        assertThat(refusal(wrongInEveryWay, "platform/object-reads")).isInstanceOf(Problem.NotFound.class);

        world.active(OBJECT_READS);

        assertThat(refusal(wrongInEveryWay, "platform/object-reads")).isInstanceOf(Problem.NotFound.class);
        assertThat(refusal(world.caller(OBJECT_ALL, "api"), "platform/object-reads")).isInstanceOf(Problem.InvalidToken.class);
    }

    @Test
    void seesActivationOnEveryNodeWithTheNextRequest() {
        var otherNode = world.catalog();
        Caller before = world.caller(OBJECT_READS, "mcp_api");
        assertThat(catchThrowableOfType(ProblemException.class, () -> otherNode.require(before, "platform/object-reads"))).isNotNull();

        world.activation().activate("platform/object-reads");

        assertThat(otherNode.require(world.caller(OBJECT_READS, "mcp_api"), "platform/object-reads").name()).isEqualTo("platform/object-reads");

        world.activation().deactivate("platform/object-reads");

        assertThat(refusal(world.caller(OBJECT_READS, "mcp_api"), "platform/object-reads")).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void doesNotActivateServersThatDoNotExist() {
        var refused = catchThrowableOfType(ProblemException.class, () -> world.activation().activate("platform/object-secrets"));

        assertThat(refused.problem()).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void refusesTwoToolsOfOneName() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Tools(List.of(FakeTool.echo("find", Tier.READ), FakeTool.echo("find", Tier.READ)), List.of()))
                .withMessageContaining("find");
    }

    private Problem refusal(Caller caller, String server) {
        return catchThrowableOfType(ProblemException.class, () -> world.catalog().require(caller, server)).problem();
    }

    private static List<String> names(McpServer server) {
        return server.visibleTools().stream().map(ToolDefinition::name).toList();
    }
}
