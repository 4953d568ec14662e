package org.gatehouse.catalog;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.gatehouse.audit.ChangeAudit;
import org.gatehouse.catalog.approval.ApprovalPolicies;
import org.gatehouse.catalog.approval.Approvals;
import org.gatehouse.catalog.approval.TestApprovals;
import org.gatehouse.identity.Caller;
import org.gatehouse.oauth.client.ServerAccess;
import org.gatehouse.oauth.token.ProtectedResource;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.database.RunningCalls;
import org.gatehouse.testing.TestAudit;

/** A catalog on a database, with tools of the test's choice. Nothing is active at first. */
@SuppressWarnings("UnnecessaryAssignment") // The test stands in for the container that injects.
public final class TestCatalog {
    /** The public URL of the installation. */
    public static final Deployment DEPLOYMENT = new Deployment("https://gate.example", false, "/nowhere");

    private final Database database;
    private final ConfigurationVersions versions;
    private final ActiveServers activeServers;
    private final Servers servers;
    private final Approvals approvals;
    private final RunningCalls running = new RunningCalls();
    private InstantSource clock = InstantSource.system();
    private ClientServers clientServers = caller -> new ServerAccess.All();

    private TestCatalog(Database database, List<ToolHandler> tools, PublishedServers published) {
        this.database = database;
        this.approvals = TestApprovals.of(database, () -> clock.instant());
        this.versions = new ConfigurationVersions(database);
        this.servers = new Servers(new Tools(tools, List.of()), published, new ContributedServers());
        this.activeServers = new ActiveServers(database, versions, servers, new ApprovalPolicies(database));
    }

    /** A catalog with these tools. */
    public static TestCatalog with(Database database, ToolHandler... tools) {
        return with(database, List::of, tools);
    }

    /** A catalog with these tools and these servers of administrators. */
    public static TestCatalog with(Database database, PublishedServers published, ToolHandler... tools) {
        return new TestCatalog(database, Arrays.asList(tools), published);
    }

    /** Tools by their names. */
    public static Tools tools(ToolHandler... tools) {
        return new Tools(Arrays.asList(tools), List.of());
    }

    /** Tools of a source, and beans. */
    public static Tools tools(ToolSource source, ToolHandler... tools) {
        return new Tools(Arrays.asList(tools), List.of(source));
    }

    /** Activates a server. */
    public TestCatalog active(StandardServer server) {
        activation().activate(server.serverName());
        return this;
    }

    /** Lets approvals go by another clock. */
    public TestCatalog at(InstantSource other) {
        this.clock = other;
        return this;
    }

    /** What administrators use. */
    public ServerAdministration administration() {
        ServerAdministration administration = new ServerAdministration();
        administration.activeServers = activeServers;
        administration.servers = servers;
        administration.policies = new ApprovalPolicies(database);
        administration.versions = versions;
        administration.trail = TestAudit.trail(database);
        administration.activation = activation();
        return administration;
    }

    /** Limits every client to these servers and tools. */
    public TestCatalog limitedTo(ServerAccess access) {
        this.clientServers = caller -> access;
        return this;
    }

    /** The catalog. */
    public ServerCatalog catalog() {
        return new ServerCatalog(activeServers, DEPLOYMENT, clientServers);
    }

    /** What runs its tools. */
    public ToolInvoker invoker() {
        ToolInvoker invoker = new ToolInvoker();
        invoker.running = running;
        invoker.changes = new ChangeAudit(TestAudit.rows(database));
        invoker.seal = TestAudit.seal();
        invoker.approvals = approvals;
        return invoker;
    }

    /** What calls its tools. */
    public ToolCalls calls() {
        return new ToolCalls(invoker(), approvals, DEPLOYMENT);
    }

    /** What asks people. */
    public Approvals approvals() {
        return approvals;
    }

    /** What fills in its prompts and reads its resources. */
    public ContentReader contents() {
        ContentReader contents = new ContentReader();
        contents.running = running;
        contents.seal = TestAudit.seal();
        return contents;
    }

    /** The calls that run. */
    public RunningCalls running() {
        return running;
    }

    /** The versions of its configuration. */
    public ConfigurationVersions versions() {
        return versions;
    }

    /** What switches its servers. */
    public ServerActivation activation() {
        ServerActivation activation = new ServerActivation();
        activation.database = database;
        activation.versions = versions;
        activation.servers = servers;
        activation.trail = TestAudit.trail(database);
        return activation;
    }

    Servers servers() {
        return servers;
    }

    ActiveServers activeServers() {
        return activeServers;
    }

    /** Ada, through the inspector, with a token for this server and the access version that is current. */
    public Caller caller(StandardServer server, String... scopes) {
        return caller(server.serverName(), scopes);
    }

    /** The same for a server by its name. */
    public Caller caller(String server, String... scopes) {
        return new Caller(
                "005000000000000001", "ada", "inspector", "grant-of-ada", DEPLOYMENT.url(ProtectedResource.MCP_PATH + server), Set.of(scopes),
                versions.current(Topic.ACCESS));
    }
}
