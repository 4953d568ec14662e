package org.gatehouse.oauth.token;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.CLIENT;
import static org.gatehouse.platform.database.schema.Tables.OAUTH_GRANT;
import static org.gatehouse.platform.database.schema.Tables.ORGANIZATION;

import org.jooq.Condition;

/**
 * When a connection stands, as one condition for every statement that asks.
 *
 * <p>A connection can be ended by itself, or with all others of its client, of its person or of the organisation. The latter is one number: what
 * was made at an earlier version of the access configuration has ended. Marking each connection would take as long as there are connections,
 * and until the last mark some would still work.
 *
 * <p>A connection that is frozen has not ended, and does not stand until an administrator lifts that.
 */
public final class StandingConnection {
    /** That it has not ended, for a statement that joins the connection with its client, its person and the organisation. */
    public static final Condition GOES_ON = OAUTH_GRANT.REVOKED_AT
            .isNull()
            .and(OAUTH_GRANT.ACCESS_VERSION.ge(CLIENT.REVOKED_VERSION))
            .and(OAUTH_GRANT.ACCESS_VERSION.ge(APP_USER.REVOKED_VERSION))
            .and(OAUTH_GRANT.ACCESS_VERSION.ge(ORGANIZATION.REVOKED_VERSION));

    /** That it opens its server, for the same statements. */
    public static final Condition STANDS = GOES_ON.and(OAUTH_GRANT.FROZEN_AT.isNull());

    private StandingConnection() {}
}
