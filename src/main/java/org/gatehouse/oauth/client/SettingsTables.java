package org.gatehouse.oauth.client;

import static org.gatehouse.platform.database.schema.Tables.CLIENT;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_ADDRESS_RANGE;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_PERMISSION_SET;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_REDIRECT_URI;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_SCOPE;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_SERVER;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_TOOL;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET;
import static org.gatehouse.platform.database.schema.Tables.PROFILE;

import java.util.List;
import java.util.Optional;
import org.gatehouse.platform.database.schema.tables.Client;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads the settings of clients from the database, inside the transaction that may change them. */
final class SettingsTables {
    private static final Client C = CLIENT;

    private final DSLContext sql;

    SettingsTables(DSLContext sql) {
        this.sql = sql;
    }

    List<String> ids() {
        return sql.select(C.CLIENT_ID).from(C).orderBy(C.LABEL, C.CLIENT_ID).fetch(C.CLIENT_ID);
    }

    Optional<ClientSettings> find(String clientId) {
        return sql.selectFrom(C).where(C.CLIENT_ID.eq(clientId)).fetchOptional(this::settings);
    }

    private ClientSettings settings(Record row) {
        String id = row.get(C.CLIENT_ID);
        List<String> redirectUris = sql.select(CLIENT_REDIRECT_URI.REDIRECT_URI).from(CLIENT_REDIRECT_URI).where(CLIENT_REDIRECT_URI.CLIENT_ID.eq(id))
                .orderBy(CLIENT_REDIRECT_URI.REDIRECT_URI).fetch(CLIENT_REDIRECT_URI.REDIRECT_URI);
        return new ClientSettings(
                id,
                row.get(C.LABEL),
                row.get(C.DESCRIPTION),
                row.get(C.CONTACT_EMAIL),
                row.get(C.LOGO_URI),
                row.get(C.KIND),
                row.get(C.ENABLED),
                row.get(C.ROW_VERSION),
                row.get(C.AUTHENTICATION_METHOD),
                row.get(C.JWKS),
                row.get(C.JWKS_URI),
                redirectUris,
                row.get(C.CUSTOM_SCHEMES),
                sql.select(CLIENT_SCOPE.SCOPE).from(CLIENT_SCOPE).where(CLIENT_SCOPE.CLIENT_ID.eq(id))
                        .orderBy(CLIENT_SCOPE.SCOPE).fetch(CLIENT_SCOPE.SCOPE),
                row.get(C.ALL_SERVERS) ? null : servers(id),
                policy(row),
                SharedClient.warnings(redirectUris));
    }

    private List<ClientSettings.Server> servers(String id) {
        return sql.selectFrom(CLIENT_SERVER).where(CLIENT_SERVER.CLIENT_ID.eq(id)).orderBy(CLIENT_SERVER.SERVER)
                .fetch(row -> new ClientSettings.Server(
                        row.get(CLIENT_SERVER.SERVER), row.get(CLIENT_SERVER.ALL_TOOLS) ? null : tools(id, row.get(CLIENT_SERVER.SERVER))));
    }

    private List<String> tools(String id, String server) {
        return sql.select(CLIENT_TOOL.TOOL).from(CLIENT_TOOL)
                .where(CLIENT_TOOL.CLIENT_ID.eq(id)).and(CLIENT_TOOL.SERVER.eq(server))
                .orderBy(CLIENT_TOOL.TOOL).fetch(CLIENT_TOOL.TOOL);
    }

    private ClientSettings.Policy policy(Record row) {
        String id = row.get(C.CLIENT_ID);
        return new ClientSettings.Policy(
                row.get(C.PERMITTED_USERS),
                sql.select(PROFILE.API_NAME).from(CLIENT_PERMISSION_SET)
                        .join(PERMISSION_SET).on(PERMISSION_SET.ID.eq(CLIENT_PERMISSION_SET.PERMISSION_SET_ID))
                        .join(PROFILE).on(PROFILE.ID.eq(PERMISSION_SET.PROFILE_ID))
                        .where(CLIENT_PERMISSION_SET.CLIENT_ID.eq(id)).orderBy(PROFILE.API_NAME).fetch(PROFILE.API_NAME),
                sql.select(PERMISSION_SET.API_NAME).from(CLIENT_PERMISSION_SET)
                        .join(PERMISSION_SET).on(PERMISSION_SET.ID.eq(CLIENT_PERMISSION_SET.PERMISSION_SET_ID))
                        .where(CLIENT_PERMISSION_SET.CLIENT_ID.eq(id)).and(PERMISSION_SET.PROFILE_ID.isNull())
                        .orderBy(PERMISSION_SET.API_NAME).fetch(PERMISSION_SET.API_NAME),
                row.get(C.REQUIRED_ASSURANCE),
                row.get(C.IP_RELAXATION),
                sql.selectFrom(CLIENT_ADDRESS_RANGE).where(CLIENT_ADDRESS_RANGE.CLIENT_ID.eq(id)).orderBy(CLIENT_ADDRESS_RANGE.FIRST_ADDRESS)
                        .fetch(range -> new ClientSettings.Range(
                                range.get(CLIENT_ADDRESS_RANGE.FIRST_ADDRESS), range.get(CLIENT_ADDRESS_RANGE.LAST_ADDRESS),
                                range.get(CLIENT_ADDRESS_RANGE.DESCRIPTION))),
                row.get(C.ACCESS_TOKEN_MINUTES),
                row.get(C.REFRESH_TOKEN_POLICY),
                row.get(C.REFRESH_TOKEN_AMOUNT),
                row.get(C.REFRESH_TOKEN_UNIT),
                row.get(C.REFRESH_GRACE_SECONDS),
                row.get(C.CALLS_PER_MINUTE),
                row.get(C.CALLS_PER_DAY));
    }
}
