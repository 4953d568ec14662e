package org.gatehouse.catalog.dialogue;

import java.util.List;

/** Something that a client can be asked for, if it said so (MCP, ClientCapabilities). */
public enum ClientCapability {
    /** A form for the person. */
    ELICITATION("elicitation"),
    /** A page for the person to open. */
    ELICITATION_URL("elicitation", "url"),
    /** A model's answer. */
    SAMPLING("sampling"),
    /** The folders that the client works in. */
    ROOTS("roots"),
    /** To come back for the answer of a call that goes on in the background. */
    TASKS("extensions", "io.modelcontextprotocol/tasks");

    @SuppressWarnings("ImmutableEnumChecker") // The list is made by List.of and cannot change.
    private final List<String> path;

    ClientCapability(String... path) {
        this.path = List.of(path);
    }

    /** The members of a ClientCapabilities object that lead to it. */
    public List<String> path() {
        return path;
    }
}
