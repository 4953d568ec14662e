package org.gatehouse.extension.running;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.AuditDraft;
import org.gatehouse.audit.Channel;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.RecordedEvents;
import org.gatehouse.catalog.Contents;
import org.gatehouse.catalog.FakeTool;
import org.gatehouse.catalog.McpServer;
import org.gatehouse.catalog.PromptMessage;
import org.gatehouse.catalog.SilentDialogue;
import org.gatehouse.catalog.TestCatalog;
import org.gatehouse.catalog.ToolDefinition;
import org.gatehouse.catalog.ToolResult;
import org.gatehouse.catalog.Tools;
import org.gatehouse.catalog.content.Content;
import org.gatehouse.catalog.content.ResourceContent;
import org.gatehouse.catalog.custom.CustomServerService;
import org.gatehouse.catalog.custom.TestCustomServers;
import org.gatehouse.catalog.dialogue.Dialogue;
import org.gatehouse.extension.Queries;
import org.gatehouse.extension.Records;
import org.gatehouse.extension.running.Contribution.ContributedBean;
import org.gatehouse.identity.Caller;
import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.query.QueryService;
import org.gatehouse.query.TestQueries;
import org.gatehouse.record.TestRecords;
import org.gatehouse.testing.SampleWorld;
import org.gatehouse.testing.SampleWorld.Product;
import org.gatehouse.tool.custom.CustomToolParts;
import org.jspecify.annotations.Nullable;

/** The demo organisation with one custom server that offers what deployments contribute. */
final class ExtensionWorld {
    static final String SERVER = "custom/Visits";
    static final Duration LIMIT = Duration.ofSeconds(30);

    final SampleWorld world;
    final JavaContributions contributions;
    final CustomServerService service;
    final TestCatalog catalog;
    final RecordedEvents events = new RecordedEvents();

    ExtensionWorld(Product product, Duration limit) {
        world = SampleWorld.own(product);
        QueryService queries = TestQueries.service(world);
        Tools[] made = new Tools[1];
        contributions = new JavaContributions(() -> Objects.requireNonNull(made[0]), new ExtensionConfiguration(limit), queries, TestRecords.service(world));
        Tools tools = TestCatalog.tools(contributions, FakeTool.destructive("deleteAll"));
        made[0] = tools;
        var parts = new CustomToolParts(world.queries(Duration.ofSeconds(30)), queries, world.permissions(), new ObjectCatalogs(world.database()));
        var custom = new TestCustomServers(world.database(), tools, new Contents(List.of(contributions)), parts);
        service = custom.service();
        catalog = TestCatalog.with(world.database(), custom.published());
    }

    /** A world with the tools of some beans, all of which its server offers. */
    static ExtensionWorld of(Product product, Duration limit, Object... beans) {
        var made = new ExtensionWorld(product, limit);
        made.contribute("sample", beans);
        ObjectNode document = Json.object().put("title", "Visits").put("instructions", "For visits.");
        made.contributions.all().forEach(tool -> document.withArray("/tools").addObject().put("tool", tool.definition().name()));
        made.offer(document.toString());
        return made;
    }

    void offer(String document) {
        service.create("Visits", TestCustomServers.document(document), "admin");
        service.publish("Visits", 1, "admin");
        catalog.activation().activate(SERVER);
    }

    void contribute(String deployment, Object... beans) {
        contributions.offer(new Contribution(
                deployment, Objects.requireNonNull(beans[0].getClass().getClassLoader()), Arrays.stream(beans).<ContributedBean>map(Plain::of).toList()));
        catalog.versions().changed(Topic.ACCESS);
    }

    void withdraw(String deployment) {
        contributions.withdraw(deployment);
        catalog.versions().changed(Topic.ACCESS);
    }

    Caller caller(String username, String... scopes) {
        Caller ada = catalog.caller(SERVER, scopes.length == 0 ? new String[] {"mcp_api"} : scopes);
        return new Caller(world.userId(username), username, ada.clientId(), ada.grantId(), ada.resource(), ada.scopes(), ada.accessVersion());
    }

    List<String> tools(String username, String... scopes) {
        return catalog.catalog().require(caller(username, scopes), SERVER).visibleTools().stream().map(ToolDefinition::name).toList();
    }

    ToolResult call(String username, String tool, String arguments) {
        return call(caller(username), tool, arguments, new SilentDialogue());
    }

    ToolResult call(Caller caller, String tool, String arguments, Dialogue dialogue) {
        return (ToolResult) audited(caller, audit -> catalog.invoker().invoke(server(caller), tool, Json.literal(arguments), dialogue, audit));
    }

    @SuppressWarnings("unchecked") // What the call answers.
    List<PromptMessage> prompt(String username, String name, Map<String, String> arguments) {
        return (List<PromptMessage>) audited(caller(username), audit -> catalog.contents().prompt(server(caller(username)), name, arguments, new SilentDialogue(), audit));
    }

    String read(String username, String uri) {
        return ((ResourceContent.Text) audited(caller(username), audit -> catalog.contents().read(server(caller(username)), uri, new SilentDialogue(), audit))).text();
    }

    @SuppressWarnings("unchecked") // What the call answers.
    List<String> completePrompt(String username, String argument, String begun) {
        return (List<String>) audited(caller(username), audit -> catalog.contents().completePrompt(
                server(caller(username)), "prepareVisit", argument, begun, new SilentDialogue(), audit));
    }

    @SuppressWarnings("unchecked") // What the call answers.
    List<String> completeResource(String username, String template, String begun) {
        return (List<String>) audited(caller(username), audit -> catalog.contents().completeResource(
                server(caller(username)), template, "account", begun, new SilentDialogue(), audit));
    }

    /** The records that anybody at all finds past permissions. */
    int cases(String subject) {
        return world.database().sql().fetchCount(
                table(name("records", "support_case")), field(name("subject"), String.class).eq(subject));
    }

    static String text(ToolResult result) {
        return ((Content.Text) result.content().getFirst()).text();
    }

    static JsonNode structured(ToolResult result) {
        return Json.literal(Json.text(result.structured()));
    }

    static Problem refusal(Supplier<?> call) {
        return catchThrowableOfType(ProblemException.class, call::get).problem();
    }

    private McpServer server(Caller caller) {
        return catalog.catalog().require(caller, SERVER);
    }

    private Object audited(Caller caller, Audited call) {
        var audit = new AuditDraft(EventType.API_TOTAL_USAGE, "r-1", new Actor(null, caller.username(), "inspector", "grant", "192.0.2.1"), Channel.INSIDE);
        Callable<@Nullable Object> run = () -> call.with(audit);
        return world.transactions().run(() -> Objects.requireNonNull(events.run(audit, run)));
    }

    private interface Audited {
        Object with(AuditDraft audit);
    }

    /** A bean without a container: the test makes it, and its services stand in its fields. */
    record Plain(Object bean) implements ContributedBean {
        static Plain of(Object bean) {
            for (Field field : bean.getClass().getDeclaredFields()) {
                try {
                    if (field.getType() == Queries.class && field.isAnnotationPresent(Inject.class)) {
                        field.setAccessible(true);
                        field.set(bean, new CallQueries());
                    } else if (field.getType() == Records.class) {
                        field.setAccessible(true);
                        field.set(bean, new CallRecords());
                    }
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
            return new Plain(bean);
        }

        @Override
        public Class<?> type() {
            return bean.getClass();
        }

        @Override
        public @Nullable Object call(Method method, @Nullable Object[] arguments) throws ReflectiveOperationException {
            return method.invoke(bean, arguments);
        }
    }
}
