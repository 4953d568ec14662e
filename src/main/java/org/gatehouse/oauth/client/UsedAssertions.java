package org.gatehouse.oauth.client;

import static org.gatehouse.platform.database.schema.Tables.CLIENT_ASSERTION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.gatehouse.platform.database.Database;
import org.jooq.exception.IntegrityConstraintViolationException;

/** The assertions that clients have used, by their ids, for as long as they could be used again. */
@Singleton
public class UsedAssertions {
    /** Longer than the tolerance of clocks, so that an id outlives its assertion everywhere. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final Database database;

    @Inject
    public UsedAssertions(Database database) {
        this.database = database;
    }

    /** Uses one up by one conditional write: of all who present it at once, one gets true. Part of the transaction that acts on it. */
    boolean use(String clientId, String jwtId, Instant expiresAt) {
        try {
            return database.sql()
                            .insertInto(CLIENT_ASSERTION)
                            .set(CLIENT_ASSERTION.CLIENT_ID, clientId)
                            .set(CLIENT_ASSERTION.ID_HASH, OpaqueToken.sha256(jwtId))
                            .set(CLIENT_ASSERTION.EXPIRES_AT, expiresAt.plus(MARGIN))
                            .onConflictDoNothing()
                            .execute()
                    == 1;
        } catch (IntegrityConstraintViolationException e) {
            // H2 tells the second of two at once this way.
            return false;
        }
    }

    /** Forgets those that nobody can use any more. */
    public void removeExpired(Instant now) {
        database.sql().deleteFrom(CLIENT_ASSERTION).where(CLIENT_ASSERTION.EXPIRES_AT.lt(now)).execute();
    }
}
