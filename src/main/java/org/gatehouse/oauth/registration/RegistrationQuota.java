package org.gatehouse.oauth.registration;

import static org.gatehouse.platform.database.schema.Tables.CLIENT;
import static org.gatehouse.platform.database.schema.Tables.DYNAMIC_REGISTRATION;
import static org.gatehouse.platform.database.schema.Tables.OAUTH_GRANT;
import static org.gatehouse.platform.database.schema.Tables.REGISTRATION_TURN;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import com.nimbusds.oauth2.sdk.ErrorObject;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.gatehouse.oauth.client.ClientKind;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.network.ClientAddress;

/** How many clients may register themselves. */
@Singleton
class RegistrationQuota {
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int TOO_MANY_REQUESTS = 429;

    /** What one subscriber is given of IPv6 (RFC 6177): with it comes any number of addresses. */
    private static final int SUBSCRIBER = 64;

    private final Database database;
    private final RegistrationConfiguration configuration;
    private final InstantSource clock;

    @Inject
    RegistrationQuota(Database database, RegistrationConfiguration configuration, InstantSource clock) {
        this.database = database;
        this.configuration = configuration;
        this.clock = clock;
    }

    /** The address as the quota counts it. */
    static String origin(ClientAddress address) {
        IPAddress read = new IPAddressString(address.toString()).getAddress();
        return read != null && read.isIPv6() ? read.toPrefixBlock(SUBSCRIBER).toCanonicalString() : address.toString();
    }

    /** Leaves room for one more registration in this transaction, or refuses. */
    void take(String origin) throws RegistrationRefused {
        Instant now = clock.instant();
        takeTurn(now);
        int lately = database.sql().fetchCount(
                DYNAMIC_REGISTRATION,
                DYNAMIC_REGISTRATION.ADDRESS.eq(origin).and(DYNAMIC_REGISTRATION.REGISTERED_AT.gt(now.minus(WINDOW))));
        if (lately >= configuration.perHour() || unused(ClientKind.DYNAMIC) >= configuration.waiting()) {
            throw refused();
        }
    }

    /** Leaves room for one more client that a document describes in this transaction, or refuses. */
    void takeDocument() throws RegistrationRefused {
        takeTurn(clock.instant());
        if (unused(ClientKind.METADATA_DOCUMENT) >= configuration.documents()) {
            throw refused();
        }
    }

    /** New clients go one by one: the write holds the row until the transaction ends, so what the next statement counts is all there is. */
    private void takeTurn(Instant now) {
        database.sql()
                .update(REGISTRATION_TURN)
                .set(REGISTRATION_TURN.TAKEN_UNTIL, now)
                .where(REGISTRATION_TURN.NAME.eq("registering"))
                .execute();
    }

    private static RegistrationRefused refused() {
        return new RegistrationRefused(
                new ErrorObject("too_many_registrations", "Too many clients were registered. Try again later.", TOO_MANY_REQUESTS));
    }

    private int unused(ClientKind kind) {
        return database.sql().fetchCount(
                CLIENT,
                CLIENT.KIND.eq(kind.key())
                        .and(notExists(selectOne().from(OAUTH_GRANT).where(OAUTH_GRANT.CLIENT_ID.eq(CLIENT.CLIENT_ID)))));
    }
}
