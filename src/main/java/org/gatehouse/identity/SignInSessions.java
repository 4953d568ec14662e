package org.gatehouse.identity;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.SIGN_IN_SESSION;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.AuditEvents;
import org.gatehouse.audit.AuditText;
import org.gatehouse.audit.EventType;
import org.gatehouse.platform.database.Database;
import org.jooq.TableField;

/** The sessions of people in browsers, of all nodes: begun, listed and ended. Whether one still counts, {@link Sessions} says. */
@Stateless
public class SignInSessions {
    @Inject
    Database database;

    @Inject
    AuditEvents events;

    @Inject
    InstantSource clock;

    /** Keeps a session that begins. One that is known already, and now is surer of its person, stays as it is. */
    public void begin(SignedInUser signedIn, LoginOrigin origin) {
        database.sql()
                .insertInto(SIGN_IN_SESSION)
                .set(SIGN_IN_SESSION.ID, signedIn.id())
                .set(SIGN_IN_SESSION.USER_ID, signedIn.userId())
                .set(SIGN_IN_SESSION.SINCE, signedIn.since())
                .set(SIGN_IN_SESSION.CLIENT_ADDRESS, fit(SIGN_IN_SESSION.CLIENT_ADDRESS, origin.clientAddress()))
                .set(SIGN_IN_SESSION.USER_AGENT, origin.userAgent() == null ? null : fit(SIGN_IN_SESSION.USER_AGENT, origin.userAgent()))
                .onConflict(SIGN_IN_SESSION.ID)
                .doNothing()
                .execute();
    }

    /** Whether a session has begun and was not ended. */
    public boolean isOpen(SignedInUser signedIn) {
        return database.sql().fetchExists(
                SIGN_IN_SESSION,
                SIGN_IN_SESSION.ID.eq(signedIn.id()).and(SIGN_IN_SESSION.USER_ID.eq(signedIn.userId())).and(SIGN_IN_SESSION.ENDED_AT.isNull()));
    }

    /** The sessions of a person that were not ended, the latest first; among them those that have run out since. */
    public List<SignInSession> of(String userId) {
        return database.sql()
                .selectFrom(SIGN_IN_SESSION)
                .where(SIGN_IN_SESSION.USER_ID.eq(userId).and(SIGN_IN_SESSION.ENDED_AT.isNull()))
                .orderBy(SIGN_IN_SESSION.SINCE.desc(), SIGN_IN_SESSION.ID)
                .fetch(row -> new SignInSession(
                        row.get(SIGN_IN_SESSION.ID), row.get(SIGN_IN_SESSION.SINCE), row.get(SIGN_IN_SESSION.CLIENT_ADDRESS), row.get(SIGN_IN_SESSION.USER_AGENT)));
    }

    /**
     * Ends a session of a person, on every node, with the next request of its browser.
     *
     * @param action what it was ended by, for the event log
     * @param who whoever ended it
     * @return false if the person has no such session
     */
    public boolean end(String userId, String id, String action, Actor who) {
        int ended = database.sql()
                .update(SIGN_IN_SESSION)
                .set(SIGN_IN_SESSION.ENDED_AT, clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .where(SIGN_IN_SESSION.ID.eq(id).and(SIGN_IN_SESSION.USER_ID.eq(userId)).and(SIGN_IN_SESSION.ENDED_AT.isNull()))
                .execute();
        if (ended > 0) {
            Optional<String> username = database.sql().select(APP_USER.USERNAME).from(APP_USER).where(APP_USER.ID.eq(userId)).fetchOptional(APP_USER.USERNAME);
            events.done(EventType.LOGOUT, action, who, username.stream().toList());
        }
        return ended > 0;
    }

    /** Removes the sessions that began before a moment. */
    public void forget(Instant before) {
        database.sql().deleteFrom(SIGN_IN_SESSION).where(SIGN_IN_SESSION.SINCE.lt(before)).execute();
    }

    private static String fit(TableField<?, String> column, String text) {
        return AuditText.fit(text, column.getDataType().length());
    }
}
