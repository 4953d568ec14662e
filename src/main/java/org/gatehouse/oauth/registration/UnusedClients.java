package org.gatehouse.oauth.registration;

import static org.gatehouse.platform.database.schema.Tables.CLIENT;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_DOCUMENT;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_REDIRECT_URI;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_SCOPE;
import static org.gatehouse.platform.database.schema.Tables.CLIENT_SECRET;
import static org.gatehouse.platform.database.schema.Tables.DYNAMIC_REGISTRATION;
import static org.gatehouse.platform.database.schema.Tables.OAUTH_GRANT;
import static org.gatehouse.platform.database.schema.Tables.REGISTRATION_TURN;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.gatehouse.oauth.client.ClientKind;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;
import org.jooq.Condition;
import org.jooq.TableField;

/**
 * The clients that made themselves known, that no person ever connected and that no administrator ever touched. What an administrator set,
 * a block above all, is kept: it would be lost if the same client came again.
 */
@Singleton
class UnusedClients {
    private static final int AT_ONCE = 500;

    private static final List<TableField<?, String>> PARTS = List.of(
            CLIENT_REDIRECT_URI.CLIENT_ID, CLIENT_SCOPE.CLIENT_ID, CLIENT_SECRET.CLIENT_ID, CLIENT_DOCUMENT.CLIENT_ID,
            DYNAMIC_REGISTRATION.CLIENT_ID);

    private final Database database;
    private final RegistrationConfiguration configuration;
    private final ConfigurationVersions versions;
    private final InstantSource clock;

    @Inject
    UnusedClients(Database database, RegistrationConfiguration configuration, ConfigurationVersions versions, InstantSource clock) {
        this.database = database;
        this.configuration = configuration;
        this.versions = versions;
        this.clock = clock;
    }

    /** Takes the turn of looking for them by one conditional write: of all nodes that try, one gets true, and again after that time. */
    boolean takeTurn(Duration time) {
        Instant now = clock.instant();
        return database.sql()
                        .update(REGISTRATION_TURN)
                        .set(REGISTRATION_TURN.TAKEN_UNTIL, now.plus(time))
                        .where(REGISTRATION_TURN.NAME.eq("cleaning"))
                        .and(REGISTRATION_TURN.TAKEN_UNTIL.le(now))
                        .execute()
                == 1;
    }

    /** Some of those that have waited long enough. */
    List<String> find() {
        return database.sql().select(CLIENT.CLIENT_ID).from(CLIENT).where(unused()).limit(AT_ONCE).fetch(CLIENT.CLIENT_ID);
    }

    /** Removes one if it is still unused. If a person connects it at the same moment, the reference of the connection refuses the removal. */
    boolean remove(String clientId) {
        if (!database.sql().fetchExists(CLIENT, CLIENT.CLIENT_ID.eq(clientId).and(unused()))) {
            return false;
        }
        PARTS.forEach(id -> database.sql().deleteFrom(id.getTable()).where(id.eq(clientId)).execute());
        database.sql().deleteFrom(CLIENT).where(CLIENT.CLIENT_ID.eq(clientId)).execute();
        versions.changed(Topic.ACCESS);
        return true;
    }

    /** Each write of a client counts its version up; so if the count is that of its own writes, nobody else wrote. */
    private static Condition untouched() {
        return exists(selectOne()
                        .from(CLIENT_DOCUMENT)
                        .where(CLIENT_DOCUMENT.CLIENT_ID.eq(CLIENT.CLIENT_ID))
                        .and(CLIENT_DOCUMENT.OWN_WRITES.eq(CLIENT.ROW_VERSION)))
                .or(exists(selectOne()
                        .from(DYNAMIC_REGISTRATION)
                        .where(DYNAMIC_REGISTRATION.CLIENT_ID.eq(CLIENT.CLIENT_ID))
                        .and(DYNAMIC_REGISTRATION.OWN_WRITES.eq(CLIENT.ROW_VERSION))));
    }

    private Condition unused() {
        return CLIENT.KIND.in(ClientKind.DYNAMIC.key(), ClientKind.METADATA_DOCUMENT.key())
                .and(untouched())
                .and(CLIENT.CREATED_AT.lt(clock.instant().minus(configuration.unused())))
                .and(notExists(selectOne().from(OAUTH_GRANT).where(OAUTH_GRANT.CLIENT_ID.eq(CLIENT.CLIENT_ID))));
    }
}
