package org.gatehouse.oauth.client;

import static org.gatehouse.platform.database.schema.Tables.CLIENT;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_REDIRECT_URI;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_SCOPE;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_SECRET;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.database.schema.tables.Client;
import org.jooq.DSLContext;

/**
 * Writes clients: part of the caller's transaction, and seen by the next request of every node. A registration that has complaints is not
 * written.
 */
@Singleton
public class ClientRegistry {
    private static final Client C = CLIENT;

    private final Database database;
    private final ConfigurationVersions versions;
    private final InstantSource clock;

    @Inject
    public ClientRegistry(Database database, ConfigurationVersions versions, InstantSource clock) {
        this.database = database;
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * Adds a client under the strictest usual policy: nobody is permitted until an administrator says who.
     *
     * @param enabled whether it can be used at once, by whomever its policy will permit
     * @throws IllegalArgumentException with the complaints about the registration
     */
    public void add(ClientRegistration registration, ClientKind kind, boolean enabled) {
        check(registration);
        database.sql()
                .insertInto(C)
                .set(C.CLIENT_ID, registration.id())
                .set(C.KIND, kind.key())
                .set(C.ENABLED, enabled)
                .set(C.LABEL, registration.label())
                .set(C.PERMITTED_USERS, "AdminApprovedPreAuthorized")
                .set(C.ACCESS_TOKEN_MINUTES, 10)
                .set(C.CREATED_AT, clock.instant())
                .execute();
        write(registration);
    }

    /**
     * Replaces what is registered about a client. Its policy, its secrets and whether it is enabled stay as they are.
     *
     * @throws IllegalArgumentException with the complaints about the registration
     */
    public void replace(ClientRegistration registration) {
        check(registration);
        write(registration);
    }

    private static void check(ClientRegistration registration) {
        List<String> complaints = registration.complaints();
        if (!complaints.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", complaints));
        }
    }

    private void write(ClientRegistration registration) {
        DSLContext sql = database.sql();
        String id = registration.id();
        sql.update(C)
                .set(C.LABEL, registration.label())
                .set(C.DESCRIPTION, registration.description())
                .set(C.CONTACT_EMAIL, registration.contactEmail())
                .set(C.LOGO_URI, registration.logoUri())
                .set(C.AUTHENTICATION_METHOD, registration.method().value())
                .set(C.JWKS, registration.jwks())
                .set(C.JWKS_URI, registration.jwksUri())
                .set(C.CUSTOM_SCHEMES, registration.customSchemes())
                .set(C.ROW_VERSION, C.ROW_VERSION.plus(1))
                .where(C.CLIENT_ID.eq(id))
                .execute();
        sql.deleteFrom(CLIENT_REDIRECT_URI).where(CLIENT_REDIRECT_URI.CLIENT_ID.eq(id)).execute();
        registration.redirectUris().forEach(uri -> sql.insertInto(CLIENT_REDIRECT_URI).values(id, uri).execute());
        sql.deleteFrom(CLIENT_SCOPE).where(CLIENT_SCOPE.CLIENT_ID.eq(id)).execute();
        registration.scopes().forEach(scope -> sql.insertInto(CLIENT_SCOPE).values(id, scope.value()).execute());
        versions.changed(Topic.ACCESS);
    }

    /** Blocks a client, or lets it be used again. A blocked client is refused with its next request, live tokens included. */
    public void enable(String clientId, boolean enabled) {
        database.sql()
                .update(C)
                .set(C.ENABLED, enabled)
                .set(C.ROW_VERSION, C.ROW_VERSION.plus(1))
                .where(C.CLIENT_ID.eq(clientId))
                .execute();
        versions.changed(Topic.ACCESS);
    }

    /**
     * Makes a new secret. The ones before stay good for a while, so that the client can change over without a pause.
     *
     * @param overlap how long they stay good; zero ends them at once
     * @return the secret, which is kept nowhere: the administrator sees it this once
     */
    public OpaqueToken rotateSecret(String clientId, Duration overlap) {
        Instant now = clock.instant();
        Instant end = now.plus(overlap);
        database.sql()
                .update(CLIENT_SECRET)
                .set(CLIENT_SECRET.EXPIRES_AT, end)
                .where(CLIENT_SECRET.CLIENT_ID.eq(clientId))
                .and(CLIENT_SECRET.EXPIRES_AT.isNull().or(CLIENT_SECRET.EXPIRES_AT.gt(end)))
                .execute();
        OpaqueToken secret = OpaqueToken.create();
        database.sql()
                .insertInto(CLIENT_SECRET)
                .set(CLIENT_SECRET.ID, UUID.randomUUID().toString())
                .set(CLIENT_SECRET.CLIENT_ID, clientId)
                .set(CLIENT_SECRET.SECRET_HASH, secret.hash())
                .set(CLIENT_SECRET.CREATED_AT, now)
                .execute();
        versions.changed(Topic.ACCESS);
        return secret;
    }
}
