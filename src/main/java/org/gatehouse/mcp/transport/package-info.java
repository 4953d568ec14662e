/**
 * MCP's Streamable HTTP transport.
 *
 * <p>Start with {@link org.gatehouse.mcp.transport.McpEndpoint}. Before it, Jakarta Security has checked the bearer token and left a {@code
 * Caller} on the request, and {@link org.gatehouse.mcp.transport.McpGate} has checked Host and Origin. In a servlet container authentication
 * comes before filters, so a request from a foreign origin without a token gets 401 rather than 403; it learns nothing by that.
 *
 * <p>It refuses, before a byte of the body is understood: a foreign Origin or Host (403), a body that is not plain UTF-8 JSON (415), a client
 * that will not read both answer types (406), more than a mebibyte (413), methods other than POST and DELETE (405).
 *
 * <p>The decision that shaped it: one message in, one JSON answer out. A stream per answer is allowed by the protocol and lost, because nothing
 * here sends more than one message, and a stream costs a thread and a proxy's patience.
 */
@NullMarked
package org.gatehouse.mcp.transport;

import org.jspecify.annotations.NullMarked;
