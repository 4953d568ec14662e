package org.gatehouse.catalog;

import java.util.List;

/** What an operator sees and does over JMX to all MCP servers, those of administrators included, under {@code org.gatehouse:type=McpServers}. */
public interface McpServersMXBean {
    /** The servers that can be active: those of Gatehouse, then the published ones by name. */
    List<Server> getServers();

    /** Lets callers reach a server, on every node. */
    void activate(String name);

    /** Hides a server, on every node, from the next request on. */
    void deactivate(String name);

    /**
     * One server.
     *
     * @param version the number of its published version; empty for a server that comes with Gatehouse
     */
    record Server(String name, String title, String version, boolean active) {}
}
