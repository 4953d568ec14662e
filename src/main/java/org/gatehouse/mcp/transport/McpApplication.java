package org.gatehouse.mcp.transport;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The JAX-RS application of the MCP endpoints. */
@ApplicationPath("/mcp")
public class McpApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(McpEndpoint.class);
    }
}
