package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** One of the two ways to speak MCP over HTTP: reads a message its way and adds to a result what its revisions demand. */
sealed interface Era permits ModernEra, LegacyEra {
    /** The answer to a method that the server does not have. */
    McpReply.Refused unknownMethod();

    /** The answer to a URI under which there is nothing for the caller. */
    McpReply.Refused unknownResource(String uri, String message);

    /** The answer to a call that needs what the client cannot do; empty if the era has no such answer. */
    Optional<McpReply.Refused> missingCapability(List<String> capability, String message);

    /** The finished result of a reply, from the part that both eras have in common. */
    ObjectNode finish(McpReply.Result reply, ObjectNode result);
}
