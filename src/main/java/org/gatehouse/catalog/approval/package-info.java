/**
 * Calls of tools that wait for a person.
 *
 * <p>Start with {@link org.gatehouse.catalog.approval.Approvals}. An {@link org.gatehouse.catalog.approval.ApprovalPolicy} says which tools of a
 * server need it; a {@link org.gatehouse.catalog.approval.PendingCall} is what one approval is for.
 *
 * <p>It refuses to let an approval serve another person, client, connection, server, tool or argument than it was given for, more than one call,
 * or a call after a quarter of an hour.
 *
 * <p>The decision that shaped it: the person approves in their own browser, signed in, and the client learns nothing by which it could approve.
 * An answer that passes through the client lost for this purpose, because the client could give it itself.
 */
@NullMarked
package org.gatehouse.catalog.approval;

import org.jspecify.annotations.NullMarked;
