package org.gatehouse.oauth.token;

import static org.gatehouse.platform.database.schema.Tables.SIGNING_KEY;
import static org.jooq.impl.DSL.noCondition;

import com.nimbusds.jose.jwk.RSAKey;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.Database;
import org.jooq.Condition;

/** Puts one signing key in another's place. Each method is part of the caller's transaction. */
@Singleton
class SigningKeyRotation {
    private final Database database;
    private final SigningKeyStore store;
    private final ConfigurationVersions versions;
    private final SigningKeySettings settings;
    private final InstantSource clock;

    @Inject
    SigningKeyRotation(
            Database database, Deployment deployment, ConfigurationVersions versions, SigningKeySettings settings, InstantSource clock) {
        this.database = database;
        this.store = new SigningKeyStore(database, deployment, clock);
        this.versions = versions;
        this.settings = settings;
        this.clock = clock;
    }

    /** The keys that there are, the newest first; without the keys themselves. */
    List<SigningKeyState> all() {
        Instant now = clock.instant();
        return database.sql()
                .select(SIGNING_KEY.KID, SIGNING_KEY.CREATED_AT, SIGNING_KEY.SIGNS_FROM, SIGNING_KEY.RETIRED_AT)
                .from(SIGNING_KEY)
                .orderBy(SIGNING_KEY.SIGNS_FROM.desc(), SIGNING_KEY.KID)
                .fetch(row -> SigningKeyState.of(row.value1(), row.value2(), row.value3(), row.value4(), now));
    }

    /** Lets a new key follow the present one: published now, signing after the lead. False while an earlier one still waits to sign. */
    boolean rotate() {
        return follow(noCondition());
    }

    /** As {@link #rotate}, if the present key has reached its age. */
    boolean rotateIfDue() {
        return follow(SIGNING_KEY.CREATED_AT.le(clock.instant().minus(settings.rotation())));
    }

    /** The look before only saves making a key for nothing. The conditional write decides: of nodes that come together, one retires the key. */
    private boolean follow(Condition due) {
        Instant now = clock.instant();
        Condition present = SIGNING_KEY.RETIRED_AT.isNull().and(SIGNING_KEY.SIGNS_FROM.le(now)).and(due);
        if (!database.sql().fetchExists(SIGNING_KEY, present)) {
            return false;
        }
        RSAKey next = SigningKeyStore.generate();
        Instant handover = now.plus(settings.lead());
        int retired = database.sql()
                .update(SIGNING_KEY)
                .set(SIGNING_KEY.RETIRED_AT, handover)
                .where(present)
                .execute();
        if (retired == 0) {
            return false;
        }
        store.insert(next, handover);
        versions.changed(Topic.ACCESS);
        TokenLog.LOG.rotated(next.getKeyID(), handover);
        return true;
    }

    /**
     * Takes a key away, for one that others may know: whatever it signed is refused from now on. The newest that stays signs at once, and
     * where none stays a new one does. False if there is no such key.
     */
    boolean remove(String kid) {
        Instant now = clock.instant();
        boolean newest = delete(SIGNING_KEY.KID.eq(kid).and(SIGNING_KEY.RETIRED_AT.isNull())) == 1;
        if (newest) {
            store.insert(SigningKeyStore.generate(), now);
        } else if (delete(SIGNING_KEY.KID.eq(kid)) == 0) {
            return false;
        } else {
            database.sql()
                    .update(SIGNING_KEY)
                    .set(SIGNING_KEY.SIGNS_FROM, now)
                    .where(SIGNING_KEY.RETIRED_AT.isNull())
                    .and(SIGNING_KEY.SIGNS_FROM.gt(now))
                    .execute();
        }
        versions.changed(Topic.ACCESS);
        TokenLog.LOG.removed(kid);
        return true;
    }

    /** Takes away the keys whose last token has expired. No node is told: each refuses them already, by the time. */
    int prune() {
        return delete(SIGNING_KEY.RETIRED_AT.le(clock.instant().minus(SigningKey.OVERLAP)));
    }

    private int delete(Condition which) {
        return database.sql().deleteFrom(SIGNING_KEY).where(which).execute();
    }
}
