/**
 * MCP messages: from bytes to a request, from a reply to bytes.
 *
 * <p>Start with {@link org.gatehouse.mcp.protocol.McpProtocol}, which answers one message in three steps:
 *
 * <ol>
 *   <li>{@code JsonRpcCodec} makes a {@code JsonRpcMessage} of the bytes; {@code EraLadder} decides which era it belongs to and that {@code Era}
 *       makes an {@code McpRequest} of it. All of this is plain functions of the message and its headers.
 *   <li>{@code McpDispatcher} does what the request asks, in one exhaustive switch. It is the audited choke point: a message that cannot be
 *       understood arrives there as a {@code Refused} request and leaves its event too.
 *   <li>The {@code Era} writes the reply.
 * </ol>
 *
 * <p>A call that asks its client ends with its questions and is made again with the answers. Who speaks 2026-07-28 calls again itself and brings a sealed
 * state ({@code RequestStates}); in a session the server asks over the stream of the call ({@code Questions}) and makes the call again. {@code
 * Subscriptions} tells listening clients what has changed.
 *
 * <p>{@code McpLimits} stands before the dispatcher for calls, which are 429 when they are too many, and in it for what answers carry.
 *
 * <p>It refuses what either era's specification refuses: batches, ids that are not strings or integers, headers that disagree with the body,
 * cursors it never issued, sessions of somebody else. Whether the caller may be here at all is the catalog's decision and comes before any of
 * these answers, so that 401 and 403 never depend on the era.
 *
 * <p>The decision that shaped it: a refusal is a value until it is written, so that one switch sees everything and one event covers everything.
 * Exceptions that leave the parser lost, because they pass by the event log. The second decision: two eras, 2026-07-28 and the sessions
 * before it, are two small readers at the edge; nothing behind them asks for a version.
 */
@NullMarked
package org.gatehouse.mcp.protocol;

import org.jspecify.annotations.NullMarked;
