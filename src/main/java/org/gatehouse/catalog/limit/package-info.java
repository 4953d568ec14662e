/**
 * Limits on what agents use: calls, rows and bytes, per client, person, server and tool, in a minute, an hour or a day.
 *
 * <p>Start with {@link org.gatehouse.catalog.limit.Limit}, which is what an administrator writes, and {@link
 * org.gatehouse.catalog.limit.Budgets}, which is what every call passes. A limit has one budget, or one for each client, person, server or
 * tool; a {@link org.gatehouse.catalog.limit.Use} says whose a call is. Calls are counted before anything else is looked at. Rows and bytes are
 * known only with the answer: an answer that does not fit what is left is not delivered, one to a write that was done is, and is charged all
 * the same. A spent budget refuses the next call.
 *
 * <p>The windows are those of the clock in UTC. A bucket that fills drop by drop lost, because an administrator and an auditor want to say
 * "this much a day", and a model wants to be told when to come back.
 *
 * <p>Budgets are in memory, on each node by itself. Counting in the database, as the daily calls of an app policy are counted, lost: it would
 * cost every call a write to a row that all calls want. A budget is forgotten only after its window: who has spent one cannot make it be
 * forgotten by opening many others.
 */
@NullMarked
package org.gatehouse.catalog.limit;

import org.jspecify.annotations.NullMarked;
