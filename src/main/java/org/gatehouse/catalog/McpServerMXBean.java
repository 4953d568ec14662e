package org.gatehouse.catalog;

/**
 * What an operator sees and does over JMX to one MCP server, under {@code org.gatehouse:type=McpServer,name="platform/object-reads"}. Counts are
 * of {@code tools/call} requests with a valid token, on this node, since it started.
 */
public interface McpServerMXBean {
    /** Whether callers can reach the server; the same on every node. */
    boolean isActive();

    /** Tool calls, whatever their outcome. */
    long getCallCount();

    /** Tool calls that were refused: not permitted, not found, or asked wrongly. */
    long getRefusedCount();

    /** Tool calls in which Gatehouse failed. */
    long getFailedCount();

    /** Lets callers reach the server, on every node. */
    void activate();

    /** Hides the server, on every node, from the next request on. */
    void deactivate();
}
