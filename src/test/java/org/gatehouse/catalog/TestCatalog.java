package org.gatehouse.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.gatehouse.audit.ChangeAudit;
import org.gatehouse.identity.Caller;
import org.gatehouse.oauth.client.ServerAccess;
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
    private final List<ToolHandler> tools;
    private ClientServers clientServers = caller -> new ServerAccess.All();

    private TestCatalog(Database database, List<ToolHandler> tools) {
        this.database = database;
        this.versions = new ConfigurationVersions(database);
        this.activeServers = new ActiveServers(database, versions);
        this.tools = tools;
    }

    /** A catalog with these tools. */
    public static TestCatalog with(Database database, ToolHandler... tools) {
        return new TestCatalog(database, Arrays.asList(tools));
    }

    /** Activates a server. */
    public TestCatalog active(StandardServer server) {
        activation().activate(server.serverName());
        return this;
    }

    /** Limits every client to these servers and tools. */
    TestCatalog limitedTo(ServerAccess access) {
        this.clientServers = caller -> access;
        return this;
    }

    /** The catalog. */
    public ServerCatalog catalog() {
        return new ServerCatalog(activeServers, DEPLOYMENT, clientServers, new Tools(tools));
    }

    /** What runs its tools. */
    public ToolInvoker invoker() {
        ToolInvoker invoker = new ToolInvoker();
        invoker.toolArguments = new ToolArguments(new Tools(tools));
        invoker.running = new RunningCalls();
        invoker.changes = new ChangeAudit(TestAudit.rows(database));
        invoker.seal = TestAudit.seal();
        return invoker;
    }

    /** What switches its servers. */
    public ServerActivation activation() {
        ServerActivation activation = new ServerActivation();
        activation.database = database;
        activation.versions = versions;
        activation.trail = TestAudit.trail(database);
        return activation;
    }

    ActiveServers activeServers() {
        return activeServers;
    }

    /** Ada, through the inspector, with a token for this server and the access version that is current. */
    public Caller caller(StandardServer server, String... scopes) {
        return new Caller(
                "005000000000000001", "ada", "inspector", "grant-of-ada", DEPLOYMENT.url(server.path()), Set.of(scopes),
                versions.current(Topic.ACCESS));
    }
}
