package org.gatehouse.api;

import java.util.concurrent.Callable;
import org.gatehouse.audit.AuditDraft;
import org.gatehouse.audit.Auditable;

/**
 * One piece of administration.
 *
 * @param audit its event
 * @param work what is done; in a transaction of its own
 */
public record ApiCall<T>(AuditDraft audit, Callable<T> work) implements Auditable {}
