package org.gatehouse.catalog.dialogue;

/** Something that a client can be asked for, if it said so (MCP, ClientCapabilities). */
public enum ClientCapability {
    /** A form for the person. */
    ELICITATION,
    /** A page for the person to open. */
    ELICITATION_URL,
    /** A model's answer. */
    SAMPLING,
    /** The folders that the client works in. */
    ROOTS
}
