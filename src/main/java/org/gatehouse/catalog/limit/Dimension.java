package org.gatehouse.catalog.limit;

/** What tells uses apart. */
public enum Dimension {
    /** The external client app. */
    CLIENT,
    /** The person on whose behalf it acts. */
    PERSON,
    /** The MCP server. */
    SERVER,
    /** The tool. A limit with this dimension counts calls of tools only, not prompts and resources. */
    TOOL
}
