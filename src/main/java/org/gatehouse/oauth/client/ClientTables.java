package org.gatehouse.oauth.client;

import static org.gatehouse.platform.database.schema.Tables.CLIENT;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_ADDRESS_RANGE;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_PERMISSION_SET;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_REDIRECT_URI;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_SCOPE;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_SECRET;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_SERVER;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_TOOL;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.platform.database.schema.tables.Client;
import org.gatehouse.platform.network.AddressRange;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.TableField;

/** Reads the registered clients from the database, all of them at once: there are as many as there are agents. */
final class ClientTables {
    private static final Client C = CLIENT;

    private final DSLContext sql;
    private final Map<String, Set<String>> redirectUris;
    private final Map<String, Set<String>> scopes;
    private final PolicyTables policies;

    private ClientTables(DSLContext sql) {
        this.sql = sql;
        this.redirectUris = grouped(CLIENT_REDIRECT_URI.CLIENT_ID, CLIENT_REDIRECT_URI.REDIRECT_URI);
        this.scopes = grouped(CLIENT_SCOPE.CLIENT_ID, CLIENT_SCOPE.SCOPE);
        this.policies = new PolicyTables(
                grouped(CLIENT_PERMISSION_SET.CLIENT_ID, CLIENT_PERMISSION_SET.PERMISSION_SET_ID),
                sql.selectFrom(CLIENT_ADDRESS_RANGE).fetchGroups(
                        CLIENT_ADDRESS_RANGE.CLIENT_ID,
                        row -> AddressRange.of(row.get(CLIENT_ADDRESS_RANGE.FIRST_ADDRESS), row.get(CLIENT_ADDRESS_RANGE.LAST_ADDRESS))));
    }

    /** The clients by their ids. */
    static Map<String, RegisteredClient> load(DSLContext sql) {
        return new ClientTables(sql).load();
    }

    private Map<String, RegisteredClient> load() {
        Map<String, List<ClientProof.Secret>> secrets = sql.selectFrom(CLIENT_SECRET).fetchGroups(
                CLIENT_SECRET.CLIENT_ID,
                row -> new ClientProof.Secret(row.get(CLIENT_SECRET.ID), row.get(CLIENT_SECRET.SECRET_HASH), row.get(CLIENT_SECRET.EXPIRES_AT)));
        Map<String, Map<String, ToolAccess>> servers = servers();
        return sql.selectFrom(C).fetch().stream()
                .map(row -> client(row, secrets, servers))
                .collect(Collectors.toUnmodifiableMap(RegisteredClient::id, client -> client));
    }

    private RegisteredClient client(
            Record row, Map<String, List<ClientProof.Secret>> secrets, Map<String, Map<String, ToolAccess>> servers) {
        String id = row.get(C.CLIENT_ID);
        Optional<AuthenticationMethod> method = AuthenticationMethod.find(row.get(C.AUTHENTICATION_METHOD));
        Optional<ClientKind> kind = Arrays.stream(ClientKind.values()).filter(known -> known.key().equals(row.get(C.KIND))).findFirst();
        return new RegisteredClient(
                id,
                row.get(C.LABEL),
                kind.orElse(ClientKind.DYNAMIC),
                // What this release does not know may demand more than it can: such a client is not used.
                row.get(C.ENABLED) && method.isPresent() && kind.isPresent() && policies.understands(row),
                new ClientProof(
                        method.orElse(AuthenticationMethod.PRIVATE_KEY_JWT),
                        secrets.getOrDefault(id, List.of()),
                        Optional.ofNullable(row.get(C.JWKS)),
                        Optional.ofNullable(row.get(C.JWKS_URI))),
                redirectUris.getOrDefault(id, Set.of()),
                row.get(C.CUSTOM_SCHEMES),
                known(scopes.getOrDefault(id, Set.of())),
                row.get(C.ALL_SERVERS) ? new ServerAccess.All() : new ServerAccess.Selected(servers.getOrDefault(id, Map.of())),
                policies.policy(row));
    }

    private Map<String, Map<String, ToolAccess>> servers() {
        Map<String, Map<String, ToolAccess>> servers = new HashMap<>();
        Map<List<String>, Set<String>> tools = sql.selectFrom(CLIENT_TOOL).fetch().stream()
                .collect(Collectors.groupingBy(
                        row -> List.of(row.get(CLIENT_TOOL.CLIENT_ID), row.get(CLIENT_TOOL.SERVER)),
                        Collectors.mapping(row -> row.get(CLIENT_TOOL.TOOL), Collectors.toSet())));
        sql.selectFrom(CLIENT_SERVER).forEach(row -> {
            String client = row.get(CLIENT_SERVER.CLIENT_ID);
            String server = row.get(CLIENT_SERVER.SERVER);
            ToolAccess offered = row.get(CLIENT_SERVER.ALL_TOOLS)
                    ? new ToolAccess.All()
                    : new ToolAccess.Selected(tools.getOrDefault(List.of(client, server), Set.of()));
            servers.computeIfAbsent(client, id -> new HashMap<>()).put(server, offered);
        });
        return servers;
    }

    private Map<String, Set<String>> grouped(TableField<?, String> clientId, TableField<?, String> value) {
        return sql.select(clientId, value).from(clientId.getTable()).fetch().stream()
                .collect(Collectors.groupingBy(Record2::value1, Collectors.mapping(Record2::value2, Collectors.toSet())));
    }

    /** A name that this release does not know gives nothing. */
    private static Set<OAuthScope> known(Collection<String> names) {
        return names.stream().flatMap(name -> OAuthScope.find(name).stream()).collect(Collectors.toUnmodifiableSet());
    }
}
