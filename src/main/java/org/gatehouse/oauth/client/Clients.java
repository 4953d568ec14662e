package org.gatehouse.oauth.client;

import static org.gatehouse.platform.database.schema.Tables.CLIENT;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_PERMISSION_SET;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_REDIRECT_URI;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_SCOPE;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.database.schema.tables.Client;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.TableField;

/** The registered clients, kept in memory until the access configuration's version moves. */
@Singleton
public class Clients {
    private static final Client C = CLIENT;

    private final Database database;
    private final ConfigurationVersions versions;
    private volatile Snapshot latest = new Snapshot(-1, Map.of());

    @Inject
    public Clients(Database database, ConfigurationVersions versions) {
        this.database = database;
        this.versions = versions;
    }

    /** The client with exactly this id, enabled or not. */
    public Optional<RegisteredClient> find(String clientId) {
        // The version is read before the clients, so that a snapshot is at least as new as the number it carries.
        return find(clientId, versions.current(Topic.ACCESS));
    }

    /** The client with exactly this id as of a version of the access configuration, for callers who have read the version already. */
    public Optional<RegisteredClient> find(String clientId, long accessVersion) {
        return Optional.ofNullable(snapshot(accessVersion).clients().get(clientId));
    }

    /** The client with exactly this id, if it may be used. */
    public Optional<RegisteredClient> findEnabled(String clientId) {
        return find(clientId).filter(RegisteredClient::enabled);
    }

    private Snapshot snapshot(long version) {
        Snapshot present = latest;
        if (present.version() == version) {
            return present;
        }
        Snapshot loaded = new Snapshot(version, load());
        latest = loaded;
        return loaded;
    }

    private Map<String, RegisteredClient> load() {
        Map<String, Set<String>> redirectUris = grouped(CLIENT_REDIRECT_URI.CLIENT_ID, CLIENT_REDIRECT_URI.REDIRECT_URI);
        Map<String, Set<String>> scopes = grouped(CLIENT_SCOPE.CLIENT_ID, CLIENT_SCOPE.SCOPE);
        Map<String, Set<String>> approved = grouped(CLIENT_PERMISSION_SET.CLIENT_ID, CLIENT_PERMISSION_SET.PERMISSION_SET_ID);
        return database.sql().selectFrom(C).fetch().stream()
                .map(row -> client(row, redirectUris, scopes, approved))
                .collect(Collectors.toUnmodifiableMap(RegisteredClient::id, client -> client));
    }

    private Map<String, Set<String>> grouped(TableField<?, String> clientId, TableField<?, String> value) {
        return database.sql().select(clientId, value).from(clientId.getTable()).fetch().stream()
                .collect(Collectors.groupingBy(Record2::value1, Collectors.mapping(Record2::value2, Collectors.toSet())));
    }

    private static RegisteredClient client(
            Record row, Map<String, Set<String>> redirectUris, Map<String, Set<String>> scopes, Map<String, Set<String>> approved) {
        String id = row.get(C.CLIENT_ID);
        return new RegisteredClient(
                id,
                row.get(C.LABEL),
                row.get(C.ENABLED),
                secretHash(row),
                redirectUris.getOrDefault(id, Set.of()),
                known(scopes.getOrDefault(id, Set.of())),
                new AppPolicy(
                        permittedUsers(row.get(C.PERMITTED_USERS), approved.getOrDefault(id, Set.of())),
                        Duration.ofMinutes(row.get(C.ACCESS_TOKEN_MINUTES)),
                        Duration.ofDays(row.get(C.REFRESH_TOKEN_DAYS))));
    }

    /** A confidential client without a secret gets a hash that no secret has, so that it is not taken for a public one. */
    private static Optional<String> secretHash(Record row) {
        return "none".equals(row.get(C.TOKEN_ENDPOINT_AUTH_METHOD))
                ? Optional.empty()
                : Optional.of(Optional.ofNullable(row.get(C.SECRET_HASH)).orElse("no secret"));
    }

    /** A name that this release does not know gives nothing. */
    private static Set<OAuthScope> known(Collection<String> names) {
        return names.stream().flatMap(name -> OAuthScope.find(name).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** A value that this release does not know permits nobody. */
    private static PermittedUsers permittedUsers(String value, Set<String> permissionSetIds) {
        return switch (value) {
            case "AllSelfAuthorized" -> new PermittedUsers.All();
            case "AdminApprovedPreAuthorized" -> new PermittedUsers.AdminApproved(permissionSetIds);
            default -> new PermittedUsers.AdminApproved(Set.of());
        };
    }

    private record Snapshot(long version, Map<String, RegisteredClient> clients) {}
}
