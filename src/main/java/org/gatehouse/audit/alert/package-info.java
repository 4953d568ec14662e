/**
 * Alerts on saved searches: so many events of one kind, of one person, app, connection or address, within so many minutes.
 *
 * <p>Start with {@link org.gatehouse.audit.alert.Alert}, which is what an administrator writes, and {@code AlertEvaluation}, which looks whether
 * there is something to raise. It runs behind the requests, each second, on whichever node comes first: the row of the alert is locked while it
 * is looked at. It reads on along the chain of each node ({@code audit.chain}) and keeps its place in the transaction that counts. Events take
 * their numbers before they can be seen, so a place in the numbers would miss some and meet others twice; in the chain each event stands once,
 * and nothing is put in before what was read.
 *
 * <p>Time is that of the events, not of the clock: what was left lying while no node ran is counted as it would have been. A raised alert is an
 * event of its own, a row for the dashboard and a notification over JMX. Where the alert freezes, the connection is frozen in the same
 * transaction, by whoever implements {@link org.gatehouse.audit.alert.ConnectionFreezes}; if that fails nothing is counted, and it is tried again.
 */
@NullMarked
package org.gatehouse.audit.alert;

import org.jspecify.annotations.NullMarked;
