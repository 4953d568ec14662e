package org.gatehouse.oauth.client;

import static org.gatehouse.platform.database.schema.Tables.CLIENT;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_ADDRESS_RANGE;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_PERMISSION_SET;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_SERVER;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_TOOL;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET;
import static org.gatehouse.platform.database.schema.Tables.PROFILE;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.database.schema.tables.Client;
import org.gatehouse.platform.network.AddressRange;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jooq.DSLContext;

/** Writes the settings of clients as a whole, as part of the caller's transaction. */
@Singleton
class ClientSettingsStore {
    private static final Client C = CLIENT;

    private final Database database;
    private final ConfigurationVersions versions;
    private final ClientRegistry registry;

    @Inject
    ClientSettingsStore(Database database, ConfigurationVersions versions, ClientRegistry registry) {
        this.database = database;
        this.versions = versions;
        this.registry = registry;
    }

    List<ClientSettings> all() {
        SettingsTables tables = new SettingsTables(database.sql());
        return tables.ids().stream().flatMap(id -> tables.find(id).stream()).toList();
    }

    ClientSettings require(String clientId) {
        return new SettingsTables(database.sql()).find(clientId).orElseThrow(() -> noSuchClient(clientId));
    }

    ClientSettings create(ClientSettings settings) {
        ClientRegistration registration = SettingsCheck.registration(settings);
        if (new SettingsTables(database.sql()).find(registration.id()).isPresent()) {
            throw new ProblemException(new Problem.Conflict("There is a client with this id already."));
        }
        registry.add(registration, ClientKind.PRE_REGISTERED, true);
        write(settings);
        return require(registration.id());
    }

    /** Replaces the settings, unless somebody has changed them since they were read. */
    ClientSettings update(String clientId, ClientSettings settings) {
        ClientRegistration registration = SettingsCheck.registration(settings);
        require(clientId);
        boolean current = registration.id().equals(clientId)
                && settings.version() != null
                && database.sql()
                                .update(C)
                                .set(C.ROW_VERSION, C.ROW_VERSION.plus(1))
                                .where(C.CLIENT_ID.eq(clientId))
                                .and(C.ROW_VERSION.eq(settings.version()))
                                .execute()
                        == 1;
        if (!current) {
            throw new ProblemException(
                    new Problem.Conflict("Somebody has changed the client since you read it. Read it again and repeat your change."));
        }
        registry.replace(registration);
        write(settings);
        return require(clientId);
    }

    private void write(ClientSettings settings) {
        DSLContext sql = database.sql();
        ClientSettings.Policy policy = settings.policy();
        sql.update(C)
                .set(C.ALL_SERVERS, settings.servers() == null)
                .set(C.PERMITTED_USERS, policy.permittedUsers())
                .set(C.REQUIRED_ASSURANCE, policy.requiredAssurance())
                .set(C.IP_RELAXATION, policy.ipRelaxation())
                .set(C.ACCESS_TOKEN_MINUTES, policy.accessTokenMinutes())
                .set(C.REFRESH_TOKEN_POLICY, policy.refreshTokenPolicy())
                .set(C.REFRESH_TOKEN_AMOUNT, policy.refreshTokenAmount())
                .set(C.REFRESH_TOKEN_UNIT, policy.refreshTokenUnit())
                .set(C.REFRESH_GRACE_SECONDS, policy.refreshGraceSeconds())
                .set(C.CALLS_PER_MINUTE, policy.callsPerMinute())
                .set(C.CALLS_PER_DAY, policy.callsPerDay())
                .where(C.CLIENT_ID.eq(settings.clientId()))
                .execute();
        permitted(sql, settings.clientId(), policy);
        ranges(sql, settings.clientId(), policy.ranges());
        servers(sql, settings.clientId(), Optional.ofNullable(settings.servers()).orElse(List.of()));
        versions.changed(Topic.ACCESS);
    }

    private static void permitted(DSLContext sql, String clientId, ClientSettings.Policy policy) {
        sql.deleteFrom(CLIENT_PERMISSION_SET).where(CLIENT_PERMISSION_SET.CLIENT_ID.eq(clientId)).execute();
        for (String name : policy.permissionSets().stream().distinct().toList()) {
            String id = sql.select(PERMISSION_SET.ID).from(PERMISSION_SET)
                    .where(PERMISSION_SET.API_NAME.eq(name)).and(PERMISSION_SET.PROFILE_ID.isNull())
                    .fetchOptional(PERMISSION_SET.ID)
                    .orElseThrow(() -> unknown("/policy/permissionSets", "There is no permission set " + name + "."));
            sql.insertInto(CLIENT_PERMISSION_SET).values(clientId, id).execute();
        }
        for (String name : policy.profiles().stream().distinct().toList()) {
            String id = sql.select(PERMISSION_SET.ID).from(PERMISSION_SET).join(PROFILE).on(PROFILE.ID.eq(PERMISSION_SET.PROFILE_ID))
                    .where(PROFILE.API_NAME.eq(name))
                    .fetchOptional(PERMISSION_SET.ID)
                    .orElseThrow(() -> unknown("/policy/profiles", "There is no profile " + name + "."));
            sql.insertInto(CLIENT_PERMISSION_SET).values(clientId, id).execute();
        }
    }

    private static void ranges(DSLContext sql, String clientId, List<ClientSettings.Range> ranges) {
        sql.deleteFrom(CLIENT_ADDRESS_RANGE).where(CLIENT_ADDRESS_RANGE.CLIENT_ID.eq(clientId)).execute();
        for (ClientSettings.Range range : ranges) {
            AddressRange known = AddressRange.of(range.first(), range.last());
            sql.insertInto(CLIENT_ADDRESS_RANGE)
                    .values(clientId, known.first(), known.last(), range.description())
                    .onDuplicateKeyIgnore()
                    .execute();
        }
    }

    private static void servers(DSLContext sql, String clientId, List<ClientSettings.Server> servers) {
        sql.deleteFrom(CLIENT_TOOL).where(CLIENT_TOOL.CLIENT_ID.eq(clientId)).execute();
        sql.deleteFrom(CLIENT_SERVER).where(CLIENT_SERVER.CLIENT_ID.eq(clientId)).execute();
        for (ClientSettings.Server server : servers) {
            sql.insertInto(CLIENT_SERVER).values(clientId, server.name(), server.tools() == null).execute();
            Optional.ofNullable(server.tools()).orElse(List.of()).stream()
                    .distinct()
                    .forEach(tool -> sql.insertInto(CLIENT_TOOL).values(clientId, server.name(), tool).execute());
        }
    }

    static ProblemException noSuchClient(String clientId) {
        return new ProblemException(new Problem.NotFound(Problem.Thing.CLIENT, clientId, "There is no client with this id."));
    }

    private static ProblemException unknown(String location, String message) {
        return new ProblemException(
                new Problem.InvalidArguments("The settings are not right.", List.of(new Problem.Violation(location, message))));
    }
}
