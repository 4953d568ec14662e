package org.gatehouse.audit;

/** A call that carries the draft of its own audit event. */
public interface Auditable {
    /** The draft that code inside the call completes. */
    AuditDraft audit();
}
