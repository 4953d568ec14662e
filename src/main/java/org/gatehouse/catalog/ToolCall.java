package org.gatehouse.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gatehouse.audit.AuditDraft;
import org.gatehouse.identity.Caller;

/**
 * One call of a tool, admitted and checked.
 *
 * @param caller on whose behalf it runs
 * @param arguments valid against the tool's input schema
 * @param audit where the tool notes the objects and rows it touched
 */
public record ToolCall(Caller caller, ObjectNode arguments, AuditDraft audit) {
    /** Notes for the event log that the call used an object's records or metadata. */
    public void noteObject(String apiName) {
        audit.object(apiName);
    }

    /** Notes for the event log that the call changed a record. */
    public void noteRecord(String id) {
        audit.record(id);
    }

    /** Notes for the event log how many records the answer carries. */
    public void noteRows(long count) {
        audit.rows(count);
    }
}
