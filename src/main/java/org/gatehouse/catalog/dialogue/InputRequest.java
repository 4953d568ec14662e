package org.gatehouse.catalog.dialogue;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A question to the client, or to the person or the model behind it (MCP, InputRequest). */
public sealed interface InputRequest {
    /** What the client must be able to do. */
    ClientCapability needs();

    /**
     * Asks the person to fill in a form (MCP, client/elicitation, form mode). Never for secrets: the client and its model see the answer.
     *
     * @param requestedSchema an object of plain values
     */
    record Form(String message, ObjectNode requestedSchema) implements InputRequest {
        @Override
        public ClientCapability needs() {
            return ClientCapability.ELICITATION;
        }
    }

    /** Asks the person to open a page (MCP, client/elicitation, URL mode). The answer tells that it was opened, not what was done there. */
    record Page(String message, String url) implements InputRequest {
        @Override
        public ClientCapability needs() {
            return ClientCapability.ELICITATION_URL;
        }
    }

    /** Asks the client's model (MCP, client/sampling). */
    record Sampling(ObjectNode params) implements InputRequest {
        @Override
        public ClientCapability needs() {
            return ClientCapability.SAMPLING;
        }
    }

    /** Asks which folders the client works in (MCP, client/roots). */
    record Roots() implements InputRequest {
        @Override
        public ClientCapability needs() {
            return ClientCapability.ROOTS;
        }
    }
}
