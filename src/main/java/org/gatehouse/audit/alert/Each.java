package org.gatehouse.audit.alert;

import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import org.gatehouse.audit.Actor;
import org.jooq.Field;

/** What an alert counts by itself. Events that do not say whose they are do not count. */
public enum Each {
    /** All events together. */
    ALL("all together"),
    /** Each person, also one who could not sign in. */
    PERSON("each person"),
    /** Each external client app. */
    APP("each app"),
    /** Each connection of a person and an app with a server. */
    CONNECTION("each connection"),
    /** Each address that requests come from. */
    ADDRESS("each address");

    private final String phrase;

    Each(String phrase) {
        this.phrase = phrase;
    }

    /** In words. */
    public String phrase() {
        return phrase;
    }

    /** Who an alert is about: of whom the last event was, only what all of the subject's events have in common. */
    Actor actor(Actor last) {
        return switch (this) {
            case ALL -> new Actor(null, null, null, null, null);
            case PERSON -> new Actor(last.userId(), last.username(), null, null, null);
            case APP -> new Actor(null, null, last.clientId(), null, null);
            case CONNECTION -> new Actor(last.userId(), last.username(), last.clientId(), last.grantId(), null);
            case ADDRESS -> new Actor(null, null, null, null, last.clientAddress());
        };
    }

    /** Of an event, whose it is. */
    Field<String> subject() {
        return switch (this) {
            case ALL -> inline("");
            case PERSON -> coalesce(AUDIT_EVENT.USER_ID, AUDIT_EVENT.USERNAME);
            case APP -> AUDIT_EVENT.CLIENT_ID;
            case CONNECTION -> AUDIT_EVENT.GRANT_ID;
            case ADDRESS -> AUDIT_EVENT.CLIENT_ADDRESS;
        };
    }
}
