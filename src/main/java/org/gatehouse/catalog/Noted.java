package org.gatehouse.catalog;

import org.gatehouse.audit.AuditDraft;
import org.gatehouse.catalog.dialogue.Dialogue;
import org.gatehouse.identity.Caller;

/** What anything that a server offers gets with a call: on whose behalf, and where to note what was touched. */
public interface Noted {
    /** On whose behalf it runs. */
    Caller caller();

    /** What the call may say to its client, and ask of it. */
    Dialogue dialogue();

    /** The event of the call. */
    AuditDraft audit();

    /** Notes for the event log that the call used an object's records or metadata. */
    default void noteObject(String apiName) {
        audit().object(apiName);
    }

    /** Notes for the event log that the call read or changed a record. */
    default void noteRecord(String id) {
        audit().record(id);
    }

    /** Notes for the event log how many records the answer carries. */
    default void noteRows(long count) {
        audit().rows(count);
    }
}
