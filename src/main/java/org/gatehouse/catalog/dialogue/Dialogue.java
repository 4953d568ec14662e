package org.gatehouse.catalog.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What a call may say to its client, and ask of it, before it answers. */
public interface Dialogue {
    /** Whether the client said that it can do this. */
    boolean supports(ClientCapability capability);

    /**
     * Tells how far the work is, to a client that wants to know (MCP, basic/utilities/progress).
     *
     * @param done how much is done; a value that is not more than the last one is left out
     * @param total how much there is to do
     */
    void progress(double done, double total, String message);

    /**
     * Tells of something that happened, to a client that wants to know (MCP, server/utilities/logging). Never of what the caller may not see: the
     * client gets it as it is.
     */
    void log(LogLevel level, String logger, JsonNode data);

    /**
     * Ends the call if nobody waits for it any more: its client cancelled it, or its connection ended. Statements of the database end by themselves;
     * whoever works long without any calls this now and then. So does {@link #progress}.
     */
    void checkpoint();

    /** Lets go of the network connection where the client can come back for the answer (2025-11-25, Streamable HTTP, resumability). */
    void disconnect();

    /**
     * Lets the call go on in the background, so that its client need not wait (MCP extension {@code io.modelcontextprotocol/tasks}). The call is made anew
     * there, with the answers that it has, and this then does nothing.
     *
     * @param required whether the call is too long for anything else
     * @throws GoesOnInBackground if it is to go on there; leave it to those who called the tool
     * @throws org.gatehouse.platform.problem.ProblemException missing capability if it is required and the client cannot come back for the answer
     */
    void background(boolean required);

    /**
     * The client's answers to the questions, under the same names. A call that has asked before, under other names, gets those answers again from the
     * same question: it runs anew with each round.
     *
     * @return for a form or a page {@code action} and {@code content}, for a model its message, for folders {@code roots}; in the shape that MCP gives them
     * @throws InputRequired if there are no answers yet; leave it to those who called the tool
     * @throws org.gatehouse.platform.problem.ProblemException missing capability if the client cannot be asked; invalid input for answers that do not
     *     fit their question
     */
    Map<String, JsonNode> ask(Map<String, InputRequest> questions);
}
