package org.gatehouse.tool.custom;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.gatehouse.catalog.ResourceEntry;
import org.gatehouse.catalog.SilentDialogue;
import org.gatehouse.catalog.content.ResourceContent;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.AuditDraft;
import org.gatehouse.audit.Channel;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.RecordedEvents;
import org.gatehouse.catalog.FakeTool;
import org.gatehouse.catalog.McpServer;
import org.gatehouse.catalog.PromptMessage;
import org.gatehouse.catalog.TestCatalog;
import org.gatehouse.catalog.ToolDefinition;
import org.gatehouse.catalog.ToolHandler;
import org.gatehouse.catalog.ToolResult;
import org.gatehouse.catalog.custom.CustomServerService;
import org.gatehouse.catalog.custom.TestCustomServers;
import org.gatehouse.identity.Caller;
import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.query.QueryService;
import org.gatehouse.query.TestQueries;
import org.gatehouse.testing.SampleWorld;
import org.gatehouse.testing.SampleWorld.Product;
import org.gatehouse.tool.FindTool;
import org.gatehouse.tool.GetObjectSchemaTool;
import org.gatehouse.tool.SoqlQueryTool;
import org.jspecify.annotations.Nullable;

/** The demo organisation with one custom server, which anybody may use. */
final class CustomServerWorld {
    static final String NAME = "Sales";
    static final String SERVER = "custom/" + NAME;

    final SampleWorld world;
    final RecordedEvents events = new RecordedEvents();
    final CustomServerService service;
    final TestCatalog catalog;

    CustomServerWorld(Product product) {
        this(SampleWorld.own(product));
    }

    private CustomServerWorld(SampleWorld world) {
        this.world = world;
        QueryService queries = TestQueries.service(world);
        ToolHandler[] tools = {new SoqlQueryTool(queries), new FindTool(queries), new GetObjectSchemaTool(world.permissions()), FakeTool.outside("deleteAll")};
        var parts = new CustomToolParts(world.queries(Duration.ofSeconds(30)), queries, world.permissions(), new ObjectCatalogs(world.database()));
        var custom = new TestCustomServers(world.database(), TestCatalog.tools(tools), parts);
        this.service = custom.service();
        this.catalog = TestCatalog.with(world.database(), custom.published(), tools);
    }

    /** A world whose server offers a document, published and active. */
    static CustomServerWorld offering(Product product, String document) {
        var made = new CustomServerWorld(product);
        made.service.create(NAME, TestCustomServers.document(document), "admin");
        made.service.publish(NAME, 1, "admin");
        made.catalog.activation().activate(SERVER);
        return made;
    }

    Caller caller(String username, String... scopes) {
        Caller ada = catalog.caller(SERVER, scopes.length == 0 ? new String[] {"mcp_api.read"} : scopes);
        return new Caller(world.userId(username), username, ada.clientId(), ada.grantId(), ada.resource(), ada.scopes(), ada.accessVersion());
    }

    McpServer server(String username, String... scopes) {
        return catalog.catalog().require(caller(username, scopes), SERVER);
    }

    /** The names of the tools that somebody sees. */
    List<String> tools(String username) {
        return server(username).visibleTools().stream().map(ToolDefinition::name).toList();
    }

    ToolResult call(String username, String tool, ObjectNode arguments) {
        return (ToolResult) audited(username, audit -> catalog.invoker().invoke(server(username), tool, arguments, new SilentDialogue(), audit));
    }

    /** A call that needs approval where the server's policy says so. */
    ToolResult callAsAgent(String username, String tool, ObjectNode arguments) {
        return (ToolResult) audited(username, audit -> catalog.calls().call(server(username), tool, arguments, new SilentDialogue(), audit));
    }

    /** Lets the person approve whatever waits. */
    void approve(String username) {
        String userId = world.userId(username);
        catalog.approvals().of(userId).forEach(waiting -> catalog.approvals().decide(userId, waiting.id(), true));
    }

    @SuppressWarnings("unchecked") // What the call answers.
    List<PromptMessage> prompt(String username, String name, Map<String, String> arguments) {
        return (List<PromptMessage>) audited(username, audit -> catalog.contents().prompt(server(username), name, arguments, new SilentDialogue(), audit));
    }

    @SuppressWarnings("unchecked") // What the call answers.
    List<ResourceEntry> resources(String username) {
        return (List<ResourceEntry>) audited(username, audit -> catalog.contents().list(server(username), audit));
    }

    JsonNode read(String username, String uri) {
        var content = (ResourceContent.Text) audited(username, audit -> catalog.contents().read(server(username), uri, new SilentDialogue(), audit));
        return Json.literal(content.text());
    }

    @SuppressWarnings("unchecked") // What the call answers.
    List<String> completePrompt(String username, String name, String argument, String begun) {
        return (List<String>) audited(username, audit -> catalog.contents().completePrompt(server(username), name, argument, begun, new SilentDialogue(), audit));
    }

    @SuppressWarnings("unchecked") // What the call answers.
    List<String> completeResource(String username, String template, String variable, String begun) {
        return (List<String>) audited(username, audit -> catalog.contents().completeResource(server(username), template, variable, begun, new SilentDialogue(), audit));
    }

    /** What a call is refused with. */
    static Problem refusal(Supplier<?> call) {
        return catchThrowableOfType(ProblemException.class, call::get).problem();
    }

    private Object audited(String username, Audited call) {
        var audit = new AuditDraft(EventType.API_TOTAL_USAGE, "r-1", new Actor(null, username, "inspector", "grant", "192.0.2.1"), Channel.INSIDE);
        Callable<@Nullable Object> run = () -> call.with(audit);
        return Objects.requireNonNull(events.run(audit, run));
    }

    private interface Audited {
        Object with(AuditDraft audit);
    }
}
