package org.gatehouse.oauth;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.CLIENT;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_ADDRESS_RANGE;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_DOCUMENT;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_PERMISSION_SET;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_REDIRECT_URI;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_SCOPE;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_SECRET;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_SERVER;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_TOOL;
import static org.gatehouse.platform.database.schema.Tables.DYNAMIC_REGISTRATION;
import static org.gatehouse.platform.database.schema.Tables.ORGANIZATION;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET_ASSIGNMENT;
import static org.gatehouse.platform.database.schema.Tables.PROFILE;
import static org.gatehouse.platform.database.schema.Tables.PROFILE_LOGIN_HOURS;
import static org.gatehouse.platform.database.schema.Tables.PROFILE_LOGIN_RANGE;

import com.nimbusds.jose.jwk.JWKSet;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.gatehouse.testing.Transactions;
import org.gatehouse.identity.network.NetworkAccesses;
import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.oauth.client.Admission;
import org.gatehouse.oauth.client.ClientAssertions;
import org.gatehouse.oauth.client.Clients;
import org.gatehouse.oauth.client.UsableClients;
import org.gatehouse.oauth.client.UsedAssertions;
import org.gatehouse.oauth.token.ProtectedResource;
import org.gatehouse.oauth.token.ProtectedResources;
import org.gatehouse.permission.PermissionEngine;
import org.gatehouse.permission.ProfileAssurance;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.database.RunningCalls;
import org.gatehouse.testing.TestDatabases;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * An installation at {@value #URL} with two people, two public clients, a confidential one and two servers, of which one is active. Ada holds
 * the permission set that the client {@code inspector} demands, Bob does not.
 */
public final class OAuthWorld {
    public static final String URL = "https://gatehouse.example";
    public static final String READS = URL + "/mcp/v1/platform/object-reads";
    public static final String ALL = URL + "/mcp/v1/platform/object-all";
    public static final String CALLBACK = "https://client.example/callback";
    public static final String ADA = "005000000000000001";
    public static final String BOB = "005000000000000002";
    public static final String SECRET = "a secret: with % and + and ü";

    private static final String PROFILE_ID = "00e000000000000001";
    private static final String PROFILE_SET = "0PS000000000000001";
    private static final String MCP_USER = "0PS000000000000002";

    public final TestClock clock;
    public final Transactions transactions;
    public final RunningCalls running = new RunningCalls();
    public final Database database;
    public final ConfigurationVersions versions;
    public final Clients clients;
    public final UsableClients usable;
    public final NetworkAccesses networks;
    public final Deployment deployment;
    public final Servers servers = new Servers();

    private final DSLContext sql;

    /** An installation on H2. */
    public OAuthWorld(Path home) {
        this(home, TestDatabases.empty());
    }

    /** An installation on an empty database with Gatehouse's own tables. */
    public OAuthWorld(Path home, DataSource empty) {
        this(new Deployment(URL, false, home.toString()), empty, new TestClock());
        install();
    }

    private OAuthWorld(Deployment deployment, DataSource pool, TestClock clock) {
        this.deployment = deployment;
        this.clock = clock;
        transactions = new Transactions(pool);
        database = new Database(transactions.dataSource(), running);
        versions = new ConfigurationVersions(database);
        clients = new Clients(database, versions);
        usable = new UsableClients(clients, database, clock);
        networks = new NetworkAccesses(database);
        sql = database.sql();
    }

    /** Another node of the same installation: nothing in common but the database, the clock and the configuration. */
    public OAuthWorld otherNode() {
        return new OAuthWorld(deployment, transactions.pool(), clock);
    }

    private void install() {
        people();
        client("inspector", null, "AdminApprovedPreAuthorized", "mcp_api", "refresh_token");
        client("notebook", null, "AllSelfAuthorized", "mcp_api.read", "refresh_token");
        client("portal", OpaqueToken.sha256(SECRET), "AllSelfAuthorized", "mcp_api", "refresh_token");
        sql.insertInto(CLIENT_PERMISSION_SET).values("inspector", MCP_USER).execute();
        changed();
    }

    /** The check of signed assertions, where every client's keys are at hand. */
    public ClientAssertions assertions() {
        return new ClientAssertions(uri -> new JWKSet(), new UsedAssertions(database), deployment, clock);
    }

    public Admission admission() {
        var permissions = new PermissionEngine(database, new ObjectCatalogs(database), clock);
        return new Admission(clients, permissions, networks, clock);
    }

    /** What profiles demand of sign-ins. */
    public ProfileAssurance profileAssurance() {
        return new ProfileAssurance(new PermissionEngine(database, new ObjectCatalogs(database), clock), networks, versions);
    }

    /** Lets everybody do nothing without a second factor. */
    public void demandSecondFactor() {
        sql.update(PROFILE).set(PROFILE.REQUIRED_ASSURANCE, "HIGH").execute();
        changed();
    }

    /** Changes a column of a client. */
    public <T> void set(String clientId, TableField<?, T> column, @Nullable T value) {
        sql.update(CLIENT).set(column, value).where(CLIENT.CLIENT_ID.eq(clientId)).execute();
        changed();
    }

    /** Says that a client's metadata document was read, and for how long that is good. */
    public void documentRead(String clientId, Duration lifetime) {
        sql.insertInto(CLIENT_DOCUMENT).values(clientId, "none", clock.instant(), clock.instant().plus(lifetime), 1L).execute();
    }

    /** Says that a client registered itself, and that nobody has approved it. */
    public void registeredItself(String clientId) {
        sql.insertInto(DYNAMIC_REGISTRATION).values(clientId, "192.0.2.1", clock.instant(), null, 1L).execute();
    }

    /** Gives a client one more secret. */
    public void secret(String clientId, String secret, @Nullable Instant expiresAt) {
        secretHash(clientId, OpaqueToken.sha256(secret), expiresAt);
        changed();
    }

    private void secretHash(String clientId, String hash, @Nullable Instant expiresAt) {
        sql.insertInto(CLIENT_SECRET)
                .set(CLIENT_SECRET.ID, hash.substring(0, 36))
                .set(CLIENT_SECRET.CLIENT_ID, clientId)
                .set(CLIENT_SECRET.SECRET_HASH, hash)
                .set(CLIENT_SECRET.CREATED_AT, clock.instant())
                .set(CLIENT_SECRET.EXPIRES_AT, expiresAt)
                .execute();
    }

    /** Changes a setting of the organisation. */
    public <T> void setOrganization(TableField<?, T> column, @Nullable T value) {
        sql.update(ORGANIZATION).set(column, value).execute();
        changed();
    }

    /** Lets a client be used from these addresses only. */
    public void clientRange(String clientId, String first, String last) {
        sql.insertInto(CLIENT_ADDRESS_RANGE).values(clientId, first, last, null).execute();
        changed();
    }

    /** Lets everybody sign in from these addresses only. */
    public void loginRange(String first, String last) {
        sql.insertInto(PROFILE_LOGIN_RANGE).values(PROFILE_ID, first, last, null).execute();
        changed();
    }

    /** Lets everybody be signed in at these minutes of a day only. */
    public void loginHours(DayOfWeek day, int startMinute, int endMinute) {
        sql.insertInto(PROFILE_LOGIN_HOURS).values(PROFILE_ID, day.getValue(), startMinute, endMinute).execute();
        changed();
    }

    /** Lets a client reach one more server, with these tools of it or with all of them. */
    public void allowServer(String clientId, String server, String... tools) {
        sql.update(CLIENT).set(CLIENT.ALL_SERVERS, false).where(CLIENT.CLIENT_ID.eq(clientId)).execute();
        sql.insertInto(CLIENT_SERVER).values(clientId, server, tools.length == 0).execute();
        for (String tool : tools) {
            sql.insertInto(CLIENT_TOOL).values(clientId, server, tool).execute();
        }
        changed();
    }

    /** Gives a person another profile, which is made if there is none of that name. */
    public void otherProfile(String userId, String name) {
        String id = "00e" + OpaqueToken.sha256(name).substring(0, 15);
        sql.insertInto(PROFILE, PROFILE.ID, PROFILE.API_NAME, PROFILE.LABEL).values(id, name, name).onDuplicateKeyIgnore().execute();
        sql.update(APP_USER).set(APP_USER.PROFILE_ID, id).where(APP_USER.ID.eq(userId)).execute();
        changed();
    }

    /** Says that people, clients or policies were changed. */
    public void changed() {
        versions.changed(Topic.ACCESS);
    }

    public void deactivate(String userId) {
        sql.update(APP_USER).set(APP_USER.ACTIVE, false).where(APP_USER.ID.eq(userId)).execute();
        changed();
    }

    public void withdrawPermissionSets(String userId) {
        sql.deleteFrom(PERMISSION_SET_ASSIGNMENT).where(PERMISSION_SET_ASSIGNMENT.USER_ID.eq(userId)).execute();
        changed();
    }

    /** Gives Bob the permission set until a moment. */
    public void lend(String userId, @Nullable Instant until) {
        sql.insertInto(PERMISSION_SET_ASSIGNMENT).values(userId, MCP_USER, until).execute();
        changed();
    }

    public void disable(String clientId) {
        sql.update(CLIENT).set(CLIENT.ENABLED, false).where(CLIENT.CLIENT_ID.eq(clientId)).execute();
        changed();
    }

    public void removeScope(String clientId, String scope) {
        sql.deleteFrom(CLIENT_SCOPE).where(CLIENT_SCOPE.CLIENT_ID.eq(clientId)).and(CLIENT_SCOPE.SCOPE.eq(scope)).execute();
        changed();
    }

    private void people() {
        sql.insertInto(PROFILE, PROFILE.ID, PROFILE.API_NAME, PROFILE.LABEL).values(PROFILE_ID, "StandardUser", "Standard User").execute();
        sql.insertInto(PERMISSION_SET, PERMISSION_SET.ID, PERMISSION_SET.API_NAME, PERMISSION_SET.LABEL, PERMISSION_SET.PROFILE_ID)
                .values(PROFILE_SET, "ProfileStandardUser", "Standard User", PROFILE_ID).execute();
        sql.insertInto(PERMISSION_SET, PERMISSION_SET.ID, PERMISSION_SET.API_NAME, PERMISSION_SET.LABEL, PERMISSION_SET.PROFILE_ID)
                .values(MCP_USER, "McpClientUser", "MCP Client User", null).execute();
        user(ADA, "ada");
        user(BOB, "bob");
        sql.insertInto(PERMISSION_SET_ASSIGNMENT).values(ADA, MCP_USER, null).execute();
    }

    private void user(String id, String username) {
        sql.insertInto(APP_USER)
                .set(APP_USER.ID, id)
                .set(APP_USER.USERNAME, username)
                .set(APP_USER.NAME, username + " of the tests")
                .set(APP_USER.EMAIL, username + "@test.example")
                .set(APP_USER.PROFILE_ID, PROFILE_ID)
                .set(APP_USER.ACTIVE, true)
                .set(APP_USER.TIME_ZONE, "UTC")
                .set(APP_USER.LOCALE, "en_US")
                .set(APP_USER.CREATED_DATE, Instant.EPOCH)
                .set(APP_USER.LAST_MODIFIED_DATE, Instant.EPOCH)
                .execute();
    }

    private void client(String id, @Nullable String secretHash, String permittedUsers, String... scopes) {
        sql.insertInto(CLIENT)
                .set(CLIENT.CLIENT_ID, id)
                .set(CLIENT.LABEL, "The " + id)
                .set(CLIENT.ENABLED, true)
                .set(CLIENT.AUTHENTICATION_METHOD, secretHash == null ? "none" : "client_secret_basic")
                .set(CLIENT.PERMITTED_USERS, permittedUsers)
                .set(CLIENT.ACCESS_TOKEN_MINUTES, 10)
                .set(CLIENT.REFRESH_TOKEN_AMOUNT, 30)
                .set(CLIENT.REFRESH_GRACE_SECONDS, 0)
                .execute();
        if (secretHash != null) {
            secretHash(id, secretHash, null);
        }
        sql.insertInto(CLIENT_REDIRECT_URI).values(id, CALLBACK).execute();
        for (String scope : scopes) {
            sql.insertInto(CLIENT_SCOPE).values(id, scope).execute();
        }
    }

    /** The servers of the installation. */
    public static final class Servers implements ProtectedResources {
        private final List<ProtectedResource> active = new ArrayList<>(List.of(resource(READS)));

        public void activate(String url) {
            active.add(resource(url));
        }

        public void deactivate(String url) {
            active.remove(resource(url));
        }

        @Override
        public Optional<ProtectedResource> find(String path) {
            return active.stream().filter(resource -> resource.path().equals(path)).findFirst();
        }

        @Override
        public List<ProtectedResource> all() {
            return List.copyOf(active);
        }

        private static ProtectedResource resource(String url) {
            String path = url.substring(URL.length());
            return new ProtectedResource(path, path, List.of("mcp_api", "mcp_api.read", "refresh_token"));
        }
    }
}
