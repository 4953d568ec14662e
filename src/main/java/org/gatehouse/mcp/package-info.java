/**
 * The MCP door: {@code transport} knows HTTP, {@code protocol} knows JSON-RPC and the protocol's revisions, {@code task}
 * keeps calls that go on in the background. None knows a tool by name.
 */
@NullMarked
package org.gatehouse.mcp;

import org.jspecify.annotations.NullMarked;
