package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One of the two ways to speak MCP over HTTP: reads a message its way and adds to a result what its revisions demand. */
sealed interface Era permits ModernEra, LegacyEra {
    /** The finished result of a reply, from the part that both eras have in common. */
    ObjectNode finish(McpReply.Result reply, ObjectNode result);
}
