/**
 * MCP's Streamable HTTP transport.
 *
 * <p>Start with {@link org.gatehouse.mcp.transport.McpEndpoint}. Before it, Jakarta Security has checked the bearer token and left a {@code
 * Caller} on the request, and {@link org.gatehouse.mcp.transport.McpGate} has checked Host and Origin. In a servlet container authentication
 * comes before filters, so a request from a foreign origin without a token gets 401 rather than 403; it learns nothing by that.
 *
 * <p>It refuses, before a byte of the body is understood: a foreign Origin or Host (403), a body that is not plain UTF-8 JSON (415), a client
 * that will not read both answer types (406), more than a mebibyte (413), methods other than POST, GET and DELETE (405).
 *
 * <p>An answer is plain JSON, unless something had to be said before it; then it is a stream of events ({@link
 * org.gatehouse.mcp.transport.AnswerStream}), which opens with the first message. The streams of sessions keep what they said for a while, so that a
 * client that lost its connection can come back ({@link org.gatehouse.mcp.transport.EventStreams}).
 *
 * <p>The decision that shaped it: a call runs in its request's thread, and what it says goes straight to the socket. Only what waits for somebody, a
 * person's answer or a change, leaves the thread. A thread of its own for each call lost: every call would pay for what few need.
 */
@NullMarked
package org.gatehouse.mcp.transport;

import org.jspecify.annotations.NullMarked;
