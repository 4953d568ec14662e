package org.gatehouse.catalog.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatehouse.catalog.custom.TestCustomServers.document;
import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatehouse.catalog.TestCatalog;
import org.gatehouse.catalog.Tier;
import org.gatehouse.catalog.ToolAnnotations;
import org.gatehouse.catalog.ToolDefinition;
import org.gatehouse.catalog.custom.TestCustomServers;
import org.gatehouse.catalog.imported.ServicePreview.Change;
import org.gatehouse.catalog.imported.ServicePreview.PreviewedOperation;
import org.gatehouse.catalog.openapi.Descriptions;
import org.gatehouse.catalog.upstream.TestUpstream;
import org.gatehouse.catalog.upstream.UpstreamConfiguration;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.Problem.Violation;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.SampleWorld;
import org.gatehouse.testing.SampleWorld.Product;
import org.gatehouse.testing.TestAudit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** From an OpenAPI description to the tools that servers offer. */
class ImportServiceTest {
    private static final String URL = "https://orders.example/api";
    private static final String SERVER = "custom/Desk";

    @ParameterizedTest
    @EnumSource(Product.class)
    void aServerOffersTheOperationsOfAnImportedServiceByName(Product product) {
        var world = new World(product);

        ImportedService imported = world.service.create("orders", settings(Descriptions.orders(), "GET /orders", "DELETE /orders/{id}"), "admin");
        world.offer("orders_listOrders", "orders_cancelOrder");

        assertThat(imported.tools()).extracting(ImportedService.OfferedTool::tool).containsExactly("orders_listOrders", "orders_cancelOrder");
        assertThat(world.tools("mcp_api")).extracting(ToolDefinition::name).containsExactly("orders_listOrders", "orders_cancelOrder");
        assertThat(world.tools("mcp_api.read")).as("the tier holds").extracting(ToolDefinition::name).containsExactly("orders_listOrders");
        assertThat(world.tools("mcp_api").getLast().annotations()).isEqualTo(new ToolAnnotations(false, true, true, true));
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aNewImportReachesServersWithTheNextRequest(Product product) {
        var world = new World(product);
        world.service.create("orders", settings(Descriptions.orders(), "GET /orders"), "admin");
        world.offer("orders_listOrders");

        world.service.edit("orders", 1, settings(Descriptions.orders().replace("Lists orders", "Lists all orders"), "GET /orders"), "boss");

        assertThat(world.tools("mcp_api")).extracting(ToolDefinition::title).containsExactly("Lists all orders");
        assertThat(world.service.one("orders").changedBy()).isEqualTo("boss");
        assertThat(world.service.one("orders").version()).isEqualTo(2);
    }

    @Test
    void toolsAreMadeAnewOnlyWhenAServiceChanged() {
        var world = new World(Product.H2);
        world.service.create("orders", settings(Descriptions.orders(), "GET /orders"), "admin");
        long version = world.tools.version();
        Object before = world.tools.find("orders_listOrders").orElseThrow();

        assertThat(world.tools.find("orders_listOrders")).containsSame(org.gatehouse.catalog.CheckedTool.class.cast(before));
        assertThat(world.tools.version()).isEqualTo(version);
        world.service.edit("orders", 1, settings(null, "GET /orders/{id}"), "admin");
        assertThat(world.tools.version()).isGreaterThan(version);
        assertThat(world.tools.find("orders_listOrders")).isEmpty();
    }

    @Test
    void aPreviewTellsWhatAnImportWouldGiveAndChangesNothing() {
        var world = new World(Product.H2);
        String broken = Descriptions.with("{'operationId': 'bad', 'parameters': [{'name': 'a', 'in': 'cookie', 'required': true, 'schema': {}}]}");

        assertThat(world.service.preview(null, broken).operations()).singleElement().satisfies(operation -> {
            assertThat(operation.problems()).isNotEmpty();
            assertThat(operation.change()).isEqualTo(Change.NEW);
        });
        assertThat(world.service.preview(null, Descriptions.orders()).operations()).extracting(PreviewedOperation::tool).contains("listOrders", "cancelOrder");
        assertThat(world.service.all()).isEmpty();
    }

    @Test
    void aPreviewOfANewImportTellsTheDifferences() {
        var world = new World(Product.H2);
        world.service.create("orders", settings(Descriptions.orders(), "GET /orders"), "admin");
        String next = Descriptions.orders().replace("\"maximum\": 50", "\"maximum\": 10").replace("\"/orders/{id}\"", "\"/orders/by/{id}\"");

        ServicePreview preview = world.service.preview("orders", next);

        assertThat(preview.operations()).extracting(PreviewedOperation::operation, PreviewedOperation::change).contains(
                org.assertj.core.groups.Tuple.tuple("GET /orders", Change.CHANGED), org.assertj.core.groups.Tuple.tuple("POST /orders", Change.SAME),
                org.assertj.core.groups.Tuple.tuple("GET /orders/by/{id}", Change.NEW), org.assertj.core.groups.Tuple.tuple("GET /orders/{id}", Change.GONE));
        assertThat(preview.operations()).filteredOn(it -> it.change() == Change.CHANGED).singleElement().satisfies(it -> {
            assertThat(it.offered()).isTrue();
            assertThat(Objects.requireNonNull(it.differences()).at("/0/path").asText()).isEqualTo("/inputSchema/properties/limit/maximum");
        });
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aChangeNamesTheVersionThatWasRead(Product product) {
        var world = new World(product);
        world.service.create("orders", settings(Descriptions.orders(), "GET /orders"), "admin");
        world.service.edit("orders", 1, settings(null, "GET /orders"), "admin");

        assertThat(refusal(() -> world.service.edit("orders", 1, settings(null), "admin"))).isInstanceOf(Problem.Conflict.class);
        assertThat(refusal(() -> world.service.delete("orders", 1))).isInstanceOf(Problem.Conflict.class);
        assertThat(world.service.one("orders").operations()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aToolThatAPublishedServerOffersCannotGo(Product product) {
        var world = new World(product);
        world.service.create("orders", settings(Descriptions.orders(), "GET /orders", "GET /orders/{id}"), "admin");
        world.offer("orders_listOrders");

        assertThat(refusal(() -> world.service.delete("orders", 1))).isInstanceOfSatisfying(Problem.Conflict.class, it -> assertThat(it.message()).contains(SERVER, "orders_listOrders"));
        assertThat(refusal(() -> world.service.edit("orders", 1, settings(null, "GET /orders/{id}"), "admin"))).isInstanceOf(Problem.Conflict.class);
        world.service.edit("orders", 1, settings(null, "GET /orders"), "admin");
        world.catalog.activation().deactivate(SERVER);
        world.servers.service().delete("Desk", 1);
        world.service.delete("orders", 2);

        assertThat(world.service.all()).isEmpty();
        assertThat(world.tools.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "Orders | https://orders.example | orders | GET /orders | | /name",
        "orders_x | https://orders.example | orders | GET /orders | | /name",
        "orders | https://other.example | orders | GET /orders | | /baseUrl",
        "orders | https://orders.example:8443 | orders | GET /orders | | /baseUrl",
        "orders | http://orders.example | orders | GET /orders | | /baseUrl",
        "orders | http://169.254.169.254 | orders | GET /orders | | /baseUrl",
        "orders | https://orders.example | https://gate.example/mcp/v1/platform/object-all | GET /orders | | /audience",
        "orders | https://orders.example | https://gate.example/api/v1 | GET /orders | | /audience",
        "orders | https://orders.example | https://gate.example | GET /orders | | /audience",
        "orders | https://orders.example | two words | GET /orders | | /audience",
        "orders | https://orders.example | orders | GET /nothing | | /operations/0/operation",
        "orders | https://orders.example | orders | POST /orders | READ | /operations/0/tier",
        "orders | https://orders.example | orders | DELETE /orders/{id} | WRITE | /operations/0/tier",
    })
    void namesWhatIsWrongWithItsPlace(String name, String url, String audience, String operation, @Nullable Tier tier, String place) {
        var world = new World(Product.H2);
        var settings = new ServiceSettings(url, audience, Descriptions.orders(), List.of(new OfferedOperation(operation, tier)));

        assertThat(refusal(() -> world.service.create(name, settings, "admin")))
                .isInstanceOfSatisfying(Problem.InvalidArguments.class, it -> assertThat(it.violations()).extracting(Violation::location).contains(place));
        assertThat(world.service.all()).isEmpty();
    }

    @Test
    void anOperationMayBeTreatedMoreCarefully() {
        var world = new World(Product.H2);
        var settings = new ServiceSettings(URL, "orders", Descriptions.orders(), List.of(new OfferedOperation("GET /orders", Tier.DELETE)));
        world.service.create("orders", settings, "admin");

        assertThat(world.tools.all()).singleElement().satisfies(tool -> {
            assertThat(tool.definition().tier()).isEqualTo(Tier.DELETE);
            assertThat(tool.definition().annotations().destructive()).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void eachChangeLeavesATrailWithBeforeAndAfter(Product product) {
        var world = new World(product);
        world.service.create("orders", settings(Descriptions.orders(), "GET /orders"), "admin");
        world.service.edit("orders", 1, settings(null, "GET /orders", "POST /orders"), "admin");
        world.service.delete("orders", 2);

        var events = world.database.sql().selectFrom(AUDIT_EVENT).where(AUDIT_EVENT.METHOD.like("service.%")).orderBy(AUDIT_EVENT.ID).fetch();

        assertThat(events).extracting(event -> event.get(AUDIT_EVENT.METHOD)).containsExactly("service.import", "service.edit", "service.delete");
        assertThat(events.get(1).get(AUDIT_EVENT.BEFORE_VALUE)).contains("GET /orders").doesNotContain("POST /orders");
        assertThat(events.get(1).get(AUDIT_EVENT.AFTER_VALUE)).contains("POST /orders");
    }

    @Test
    void anUnknownServiceIsNotFound() {
        var world = new World(Product.H2);

        assertThat(refusal(() -> world.service.one("nothing"))).isInstanceOf(Problem.NotFound.class);
        assertThat(refusal(() -> world.service.edit("nothing", 1, settings(null), "admin"))).isInstanceOf(Problem.NotFound.class);
        assertThat(refusal(() -> world.service.delete("nothing", 1))).isInstanceOf(Problem.NotFound.class);
    }

    private static ServiceSettings settings(@Nullable String description, String... operations) {
        return new ServiceSettings(URL, "orders", description, Arrays.stream(operations).map(it -> new OfferedOperation(it, null)).toList());
    }

    private static Problem refusal(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem();
    }

    /** An installation that may call orders.example. */
    @SuppressWarnings("UnnecessaryAssignment") // Stands in for the container, which injects them on the server.
    private static final class World {
        private static final Deployment DEPLOYMENT = TestCatalog.DEPLOYMENT;

        final Database database;
        final ImportService service = new ImportService();
        final ImportedTools tools;
        final TestCustomServers servers;
        final TestCatalog catalog;

        World(Product product) {
            database = SampleWorld.own(product).database();
            var configuration = new UpstreamConfiguration(DEPLOYMENT, Optional.of("orders.example"), Optional.empty(), 5);
            var store = new ImportedServiceStore(database, new ConfigurationVersions(database), InstantSource.system());
            tools = new ImportedTools(store, TestUpstream.of(database, DEPLOYMENT, configuration));
            servers = new TestCustomServers(database, TestCatalog.tools(tools), new NoParts());
            catalog = TestCatalog.with(database, servers.published());
            service.store = store;
            service.upstream = configuration;
            service.deployment = DEPLOYMENT;
            service.trail = TestAudit.trail(database);
            service.servers = servers.service();
        }

        void offer(String... names) {
            String choices = String.join(", ", Arrays.stream(names).map(name -> "{\"tool\": \"" + name + "\"}").toList());
            servers.service().create("Desk", document("{\"title\": \"Desk\", \"tools\": [" + choices + "]}"), "admin");
            servers.service().publish("Desk", 1, "admin");
            catalog.activation().activate(SERVER);
        }

        List<ToolDefinition> tools(String scope) {
            return catalog.catalog().require(catalog.caller(SERVER, scope), SERVER).visibleTools();
        }
    }
}
