package org.gatehouse.audit;

import java.util.concurrent.Callable;

/**
 * One piece of administration.
 *
 * @param audit its event
 * @param work what is done; in a transaction of its own
 */
public record AuditedCall<T>(AuditDraft audit, Callable<T> work) implements Auditable {}
