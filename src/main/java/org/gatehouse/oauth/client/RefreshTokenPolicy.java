package org.gatehouse.oauth.client;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How long a connection can be refreshed. The names in the database are those of the model system's metadata. */
public sealed interface RefreshTokenPolicy {

    /** Not at all: when the access token has expired, the person connects anew. */
    record ImmediatelyExpire() implements RefreshTokenPolicy {}

    /** Until somebody ends the connection. */
    record UntilRevoked() implements RefreshTokenPolicy {}

    /** Until it was not refreshed for so long. */
    record ExpireIfUnused(Period period) implements RefreshTokenPolicy {}

    /** For so long after the person connected, however often it is refreshed. */
    record ExpireAfter(Period period) implements RefreshTokenPolicy {}

    /** A number of hours, days or calendar months. */
    record Period(int amount, Unit unit) {
        public Period {
            if (amount < 1) {
                throw new IllegalArgumentException("A period has at least one hour, day or month.");
            }
        }

        /** The moment that lies so much later. Days and months are those of UTC. */
        public Instant after(Instant start) {
            return start.atZone(ZoneOffset.UTC).plus(amount, unit.unit).toInstant();
        }
    }

    /** What a period counts. */
    enum Unit {
        HOURS("Hours", ChronoUnit.HOURS),
        DAYS("Days", ChronoUnit.DAYS),
        MONTHS("Months", ChronoUnit.MONTHS);

        private final String key;
        private final ChronoUnit unit;

        Unit(String key, ChronoUnit unit) {
            this.key = key;
            this.unit = unit;
        }

        /** The name in the database and in the API. */
        public String key() {
            return key;
        }
    }

    /** Whether there are refresh tokens at all. */
    default boolean refreshable() {
        return !(this instanceof ImmediatelyExpire);
    }

    /**
     * The moment from which a refresh token is worth nothing; empty if this policy sets none.
     *
     * @param connectedAt when the person approved
     * @param issuedAt when this refresh token was made
     */
    default Optional<Instant> end(Instant connectedAt, Instant issuedAt) {
        return switch (this) {
            case ImmediatelyExpire() -> Optional.of(connectedAt);
            case UntilRevoked() -> Optional.empty();
            case ExpireIfUnused(var period) -> Optional.of(period.after(issuedAt));
            case ExpireAfter(var period) -> Optional.of(period.after(connectedAt));
        };
    }
}
