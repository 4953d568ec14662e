package org.gatehouse.oauth.registration;

import static org.gatehouse.platform.database.schema.Tables.CLIENT;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_SCOPE;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.oauth.client.ClientKind;
import org.gatehouse.oauth.client.ClientRegistration;
import org.gatehouse.oauth.client.ClientRegistry;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.platform.database.Database;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Writes clients that made themselves known: what they say of themselves, beside what an administrator decides about them. */
@Singleton
class NewClients {
    private final Database database;
    private final ClientRegistry registry;

    @Inject
    NewClients(Database database, ClientRegistry registry) {
        this.database = database;
        this.registry = registry;
    }

    /**
     * Writes a client that people may connect by their own consent: that clients of this kind are welcome was an administrator's decision.
     * False if there is one of this id already, which stays as it is.
     */
    boolean create(String id, ClientKind kind, ClientDescription said, Set<OAuthScope> scopes, boolean enabled) {
        if (known(id)) {
            return false;
        }
        registry.add(registration(id, said, null, null, false, scopes), kind, enabled);
        database.sql().update(CLIENT).set(CLIENT.PERMITTED_USERS, "AllSelfAuthorized").where(CLIENT.CLIENT_ID.eq(id)).execute();
        return true;
    }

    /** Whether there is a client of this id. */
    boolean known(String id) {
        return database.sql().fetchExists(CLIENT, CLIENT.CLIENT_ID.eq(id));
    }

    /** Writes what a client says of itself by now, and leaves what an administrator wrote. */
    void replace(String id, ClientDescription said) {
        Set<OAuthScope> scopes = known(database.sql()
                .select(CLIENT_SCOPE.SCOPE)
                .from(CLIENT_SCOPE)
                .where(CLIENT_SCOPE.CLIENT_ID.eq(id))
                .fetch(CLIENT_SCOPE.SCOPE));
        Record row = database.sql().fetchSingle(CLIENT, CLIENT.CLIENT_ID.eq(id));
        registry.replace(registration(
                id, said, row.get(CLIENT.DESCRIPTION), row.get(CLIENT.CONTACT_EMAIL), row.get(CLIENT.CUSTOM_SCHEMES), scopes));
    }

    private static ClientRegistration registration(
            String id,
            ClientDescription said,
            @Nullable String description,
            @Nullable String contactEmail,
            boolean customSchemes,
            Set<OAuthScope> scopes) {
        return new ClientRegistration(
                id,
                said.name(),
                description,
                contactEmail,
                said.logoUri().orElse(null),
                said.method(),
                said.jwks().orElse(null),
                said.jwksUri().orElse(null),
                said.redirectUris(),
                customSchemes,
                scopes);
    }

    private static Set<OAuthScope> known(Collection<String> names) {
        return names.stream().flatMap(name -> OAuthScope.find(name).stream()).collect(Collectors.toSet());
    }
}
