package org.gatehouse.catalog.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.CLIENT;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_ADDRESS_RANGE;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_SCOPE;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_SERVER;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_TOOL;
import static org.gatehouse.platform.database.schema.Tables.DYNAMIC_REGISTRATION;
import static org.gatehouse.platform.database.schema.Tables.MCP_SERVER;
import static org.gatehouse.platform.database.schema.Tables.OAUTH_GRANT;
import static org.gatehouse.platform.database.schema.Tables.OBJECT_PERMISSION;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatehouse.catalog.FakeTool;
import org.gatehouse.catalog.TestCatalog;
import org.gatehouse.catalog.Tier;
import org.gatehouse.identity.Users;
import org.gatehouse.identity.network.NetworkAccesses;
import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.oauth.client.Admission;
import org.gatehouse.oauth.client.Clients;
import org.gatehouse.oauth.client.UsableClients;
import org.gatehouse.oauth.grant.TestAuthorization;
import org.gatehouse.oauth.token.AccessTokenVerifier;
import org.gatehouse.oauth.token.AccessTokens;
import org.gatehouse.oauth.token.ResourceIndicators;
import org.gatehouse.oauth.token.TestKeys;
import org.gatehouse.permission.PermissionEngine;
import org.gatehouse.permission.ProfileAssurance;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.TestDatabases;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo organisation's inspector at its one active server, for a representative. Each test breaks one thing. */
class ConnectionDoctorTest {
    private static final Deployment DEPLOYMENT = TestCatalog.DEPLOYMENT;
    private static final String READS = "platform/object-reads";
    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir
    Path home;

    private final Set<String> locked = new HashSet<>();
    private DSLContext sql;
    private ConfigurationVersions versions;
    private Examination doctor;

    @BeforeEach
    void open() {
        Database database = new Database(TestDatabases.demoOrganisation());
        sql = database.sql();
        versions = new ConfigurationVersions(database);
        Clients clients = new Clients(database, versions);
        UsableClients usable = new UsableClients(clients, database, CLOCK);
        PermissionEngine permissions = new PermissionEngine(database, new ObjectCatalogs(database), CLOCK);
        Admission admission = new Admission(clients, permissions, new NetworkAccesses(database), CLOCK);
        TestCatalog catalog = TestCatalog.with(database, FakeTool.echo("soqlQuery", Tier.READ), FakeTool.echo("find", Tier.READ)).limitedByRegistration(clients);
        ResourceIndicators resources = new ResourceIndicators(DEPLOYMENT, catalog.resources());
        var keys = TestKeys.loaded(database, new Deployment(DEPLOYMENT.publicUrl(), false, home.toString()));
        doctor = new Examination(
                new RequestSteps(
                        DEPLOYMENT, clients, usable, resources, catalog.administration(), TestAuthorization.requests(
                                usable, resources, DEPLOYMENT, new ProfileAssurance(permissions, new NetworkAccesses(database), versions), CLOCK)),
                new PersonSteps(new Users(database), TestAuthorization.entitlement(database, locked::contains, admission, resources)),
                new ServerSteps(
                        new AccessTokens(keys, DEPLOYMENT, CLOCK), new AccessTokenVerifier(keys, DEPLOYMENT), catalog.catalog(), catalog.administration(),
                        permissions, versions, CLOCK));
    }

    @Test
    void findsNothingWrongWithAConnectionThatWorks() {
        var diagnosis = ask("inspector", "rep.west.1");

        assertThat(diagnosis.isHealthy()).isTrue();
        assertThat(diagnosis.findings()).extracting(Finding::verdict).containsOnly(Verdict.PASSED);
        assertThat(diagnosis.server()).isEqualTo(READS);
        assertThat(found(diagnosis, Step.TOOLS)).contains("soqlQuery, find");
        assertThat(found(diagnosis, Step.PERMISSION)).contains("Account");
    }

    @Test
    void leavesNothingBehind() {
        ask("inspector", "rep.west.1");

        assertThat(sql.fetchCount(OAUTH_GRANT)).isZero();
    }

    @Test
    void triesOnlyWhatDoesNotDependOnThePersonIfNobodyIsNamed() {
        var diagnosis = ask("inspector", null);

        assertThat(diagnosis.isHealthy()).isTrue();
        assertThat(skipped(diagnosis)).startsWith(Step.PERSON, Step.APPROVAL).endsWith(Step.PERMISSION);
    }

    @Test
    void namesAnAppThatIsUnknownBlockedOrWaits() {
        sql.update(CLIENT).set(CLIENT.ENABLED, false).where(CLIENT.CLIENT_ID.in("cursor", "vscode")).execute();
        sql.insertInto(DYNAMIC_REGISTRATION).values("vscode", "192.0.2.1", Instant.now(), null, 1L).execute();
        changed();

        assertFails(ask("Inspector", "rep.west.1"), Step.REGISTRATION, "no app of this client id");
        assertFails(ask("cursor", "rep.west.1"), Step.REGISTRATION, "blocked");
        assertFails(ask("vscode", "rep.west.1"), Step.REGISTRATION, "waits for an administrator");
    }

    @Test
    void tellsAServerThatIsNotActiveFromOneThatIsNot() {
        assertFails(at("platform/object-all"), Step.DISCOVERY, "not active");
        assertFails(at("platform/nothing"), Step.DISCOVERY, "no server platform/nothing");
        assertThat(found(at("platform/object-all"), Step.RESOURCE)).contains("invalid_target");
    }

    @Test
    void namesARedirectUriThatDiffersInOneCharacter() {
        var diagnosis = doctor.diagnose(ConnectionQuestion.of("claude", "rep.west.1", null, "https://claude.ai/api/mcp/auth_callback/", null, false, null));

        assertFails(diagnosis, Step.REDIRECT_URI, "https://claude.ai/api/mcp/auth_callback/ is none of the registered");
        assertThat(skipped(diagnosis)).contains(Step.PKCE, Step.APPROVAL);
    }

    @Test
    void readsTheVeryRequestThatAnAgentMade() {
        String good = "client_id=claude&response_type=code&redirect_uri=" + encoded("https://claude.ai/api/mcp/auth_callback")
                + "&scope=mcp_api&resource=" + encoded(DEPLOYMENT.url("/mcp/v1/" + READS));
        String challenge = "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=";

        assertThat(opened(good + challenge + "S256").isHealthy()).isTrue();
        assertFails(opened(good), Step.PKCE, "code_challenge");
        assertFails(opened(good + challenge + "plain"), Step.PKCE, "S256");
        assertFails(opened(good.replace("mcp_api", "api") + challenge + "S256"), Step.SCOPES, "invalid_scope");
        assertFails(opened(good.replace("object-reads", "object-all") + challenge + "S256"), Step.DISCOVERY, "not active");
        assertFails(opened(good.replace("auth_callback", "elsewhere") + challenge + "S256"), Step.REDIRECT_URI, "elsewhere");
    }

    @Test
    void notesThatAnAppMayNotAskForWhatAgentsUsuallyAskFor() {
        sql.deleteFrom(CLIENT_SCOPE).where(CLIENT_SCOPE.CLIENT_ID.eq("inspector")).and(CLIENT_SCOPE.SCOPE.eq("mcp_api")).execute();
        changed();

        var diagnosis = ask("inspector", "rep.west.1");

        assertThat(diagnosis.isHealthy()).isTrue();
        assertThat(verdict(diagnosis, Step.SCOPES)).isEqualTo(Verdict.NOTED);
        assertThat(found(diagnosis, Step.SCOPES)).contains("may not ask for mcp_api");
    }

    @Test
    void namesAServerOutsideOfTheAppsList() {
        only("platform/object-all");

        assertFails(at(READS), Step.RESOURCE, "invalid_target");
        assertFails(ask("inspector", "rep.west.1"), Step.DISCOVERY, "no active server that the app may reach");
    }

    @Test
    void namesTheToolsThatTheAgentDoesNotSee() {
        only(READS, "find");

        var diagnosis = ask("inspector", "rep.west.1");

        assertThat(verdict(diagnosis, Step.TOOLS)).isEqualTo(Verdict.NOTED);
        assertThat(found(diagnosis, Step.TOOLS)).isEqualTo("The agent sees: find. It does not see: soqlQuery (not in the app's list).");
    }

    @Test
    void failsAnAgentThatSeesNoTool() {
        only(READS, "nothing");

        assertFails(ask("inspector", "rep.west.1"), Step.TOOLS, "sees no tool");
    }

    @Test
    void failsScopesThatFitNoToolOfTheServer() {
        sql.deleteFrom(CLIENT_SCOPE).where(CLIENT_SCOPE.CLIENT_ID.eq("inspector")).and(CLIENT_SCOPE.SCOPE.ne("mcp_api.write")).execute();
        changed();

        var diagnosis = ask("inspector", "rep.west.1");

        assertFails(diagnosis, Step.ACTIVATION, "scopes cover no tool");
        assertThat(verdict(diagnosis, Step.TOKEN)).as("without refresh").isEqualTo(Verdict.NOTED);
    }

    @Test
    void namesAPersonWhoIsUnknownInactiveOrLocked() {
        assertFails(ask("inspector", "nobody"), Step.PERSON, "nobody of this user name");
        locked.add(id("rep.west.2"));
        assertFails(ask("inspector", "rep.west.2"), Step.PERSON, "locked");

        sql.update(APP_USER).set(APP_USER.ACTIVE, false).where(APP_USER.USERNAME.eq("rep.west.1")).execute();
        changed();

        assertFails(ask("inspector", "rep.west.1"), Step.PERSON, "not active");
    }

    @Test
    void namesAPersonWhomTheAppIsNotFor() {
        sql.update(CLIENT).set(CLIENT.REQUIRED_ASSURANCE, "HIGH").where(CLIENT.CLIENT_ID.eq("inspector")).execute();
        changed();

        assertFails(ask("inspector", "rep.west.1"), Step.APPROVAL, "second factor");
        assertThat(doctor.diagnose(ConnectionQuestion.of("inspector", "rep.west.1", null, null, null, true, null)).isHealthy()).isTrue();
    }

    @Test
    void judgesAddressesOnlyIfOneIsGiven() {
        sql.insertInto(CLIENT_ADDRESS_RANGE).values("inspector", "192.0.2.0", "192.0.2.255", null).execute();
        changed();

        assertThat(verdict(ask("inspector", "rep.west.1"), Step.CALL_POLICY)).isEqualTo(Verdict.NOTED);
        assertThat(from("192.0.2.7").isHealthy()).isTrue();
        assertFails(from("198.51.100.1"), Step.APPROVAL, "outside of the app's own ranges");
    }

    @Test
    void failsAPersonWhoMayReadNoObject() {
        sql.deleteFrom(OBJECT_PERMISSION).execute();
        changed();

        assertFails(ask("inspector", "rep.west.1"), Step.PERMISSION, "may read no object");
    }

    @Test
    void refusesAQuestionWithoutAnAppOrWithAnAddressThatIsNone() {
        assertThatThrownBy(() -> ConnectionQuestion.of(" ", null, null, null, null, false, null)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> ConnectionQuestion.of("inspector", null, null, null, "300.1.1.1", false, null)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> opened("%zz")).isInstanceOf(ProblemException.class);
    }

    private Diagnosis ask(String client, @Nullable String username) {
        return doctor.diagnose(ConnectionQuestion.of(client, username, null, null, null, false, null));
    }

    private Diagnosis at(String server) {
        return doctor.diagnose(ConnectionQuestion.of("inspector", "rep.west.1", server, null, null, false, null));
    }

    private Diagnosis from(String address) {
        return doctor.diagnose(ConnectionQuestion.of("inspector", "rep.west.1", null, null, address, false, null));
    }

    private Diagnosis opened(String query) {
        return doctor.diagnose(ConnectionQuestion.of(null, "rep.west.1", null, null, null, false, DEPLOYMENT.url("/oauth2/authorize?" + query)));
    }

    private void only(String server, String... tools) {
        sql.update(CLIENT).set(CLIENT.ALL_SERVERS, false).where(CLIENT.CLIENT_ID.eq("inspector")).execute();
        sql.insertInto(MCP_SERVER).set(MCP_SERVER.NAME, server).set(MCP_SERVER.ACTIVE, false).onDuplicateKeyIgnore().execute();
        sql.insertInto(CLIENT_SERVER).values("inspector", server, tools.length == 0).execute();
        List.of(tools).forEach(tool -> sql.insertInto(CLIENT_TOOL).values("inspector", server, tool).execute());
        changed();
    }

    private void changed() {
        versions.changed(Topic.ACCESS);
    }

    private String id(String username) {
        return sql.select(APP_USER.ID).from(APP_USER).where(APP_USER.USERNAME.eq(username)).fetchSingle().value1();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void assertFails(Diagnosis diagnosis, Step step, String why) {
        Finding failure = diagnosis.failure().orElseThrow(() -> new AssertionError("nothing fails: " + diagnosis.findings()));
        assertThat(failure.step()).as(failure.found()).isEqualTo(step);
        assertThat(failure.found()).contains(why);
        assertThat(failure.advice()).isNotEmpty();
    }

    private static Finding finding(Diagnosis diagnosis, Step step) {
        return diagnosis.findings().stream().filter(it -> it.step() == step).findFirst().orElseThrow();
    }

    private static String found(Diagnosis diagnosis, Step step) {
        return finding(diagnosis, step).found();
    }

    private static Verdict verdict(Diagnosis diagnosis, Step step) {
        return finding(diagnosis, step).verdict();
    }

    private static List<Step> skipped(Diagnosis diagnosis) {
        return diagnosis.findings().stream().filter(it -> it.verdict() == Verdict.SKIPPED).map(Finding::step).toList();
    }
}
