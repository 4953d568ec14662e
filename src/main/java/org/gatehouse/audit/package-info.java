/**
 * Who did what, with what outcome.
 *
 * <p>A method marked {@link org.gatehouse.audit.Audited} leaves exactly one {@link org.gatehouse.audit.AuditEvent}, whether it returns or
 * throws: start with {@code AuditTrail}. The event is written in a transaction of its own before the answer leaves, so a refusal leaves its
 * trace although its own work is rolled back, and an event that cannot be written fails the call. An audited method must not run inside a
 * transaction itself: two connections held by one request are how a pool locks up. What happened inside is noted on the
 * {@link org.gatehouse.audit.AuditDraft} that the call carries as an explicit parameter; a thread-local would tie the record to a thread.
 *
 * <p>What happens deep inside leaves its event in its own transaction: {@link org.gatehouse.audit.SetupTrail} keeps what a change of the setup
 * replaced, {@link org.gatehouse.audit.AuditEvents} notes sign-ins and steps of OAuth. Who asked, they learn from the
 * {@link org.gatehouse.audit.Requester} of the request. Every event is sealed ({@link org.gatehouse.audit.EventSeal}); {@code chain} links them,
 * {@code file} shows them and {@code alert} watches them. Refusals that come in floods are counted and written together ({@link org.gatehouse.audit.RefusalCounts}); their
 * event says how many it stands for.
 */
@NullMarked
package org.gatehouse.audit;

import org.jspecify.annotations.NullMarked;
