/**
 * Calls that go on in the background (MCP extension {@code io.modelcontextprotocol/tasks}).
 *
 * <p>Start with {@link org.gatehouse.mcp.task.Tasks}, which keeps them in the database, so that a client may ask any node. It refuses whoever is not of the
 * connection that began the task: to everybody else there is no such task. What a task was asked and what it answered are encrypted, as they hold
 * records of the company.
 *
 * <p>The decision that shaped it: only a task that is working can become something else by itself. So a task that was cancelled stays cancelled, whatever
 * its call still does.
 */
@NullMarked
package org.gatehouse.mcp.task;

import org.jspecify.annotations.NullMarked;
