package org.gatehouse.mcp.protocol;

/** What a message continues. */
sealed interface Conversation {
    /** Nothing: the message stands alone. */
    record None() implements Conversation {}

    /** A session that this server opened, if the id is one of its own. */
    record Session(String id) implements Conversation {}
}
