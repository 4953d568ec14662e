/**
 * What auditors read of the event log: files by event type and hour or day ({@link org.gatehouse.audit.file.EventLogFiles}), written as CSV by
 * {@link org.gatehouse.audit.file.EventLogCsv}, and a search over single events ({@link org.gatehouse.audit.file.EventSearch}). Who may read is
 * for the caller to have decided, and to have left an event of.
 */
@NullMarked
package org.gatehouse.audit.file;

import org.jspecify.annotations.NullMarked;
