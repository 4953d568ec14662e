package org.gatehouse.extension;

import java.util.Optional;

/** The call that runs: on whose behalf, and what may be said to its client meanwhile. Nothing of it opens anything: there is no token in it. */
public interface Call {
    /** The record id of the person on whose behalf it runs. */
    String userId();

    /** The person's sign-in name. */
    String username();

    /** The client app through which the person's agent calls. */
    String clientId();

    /** The MCP server that was called, for example {@code custom/Sales}. */
    String server();

    /**
     * Tells how far the work is. Also ends the call if nobody waits for it any more.
     *
     * @param done counts up
     * @param total how much there is to do
     */
    void progress(double done, double total, String message);

    /** Tells the client something, if it wants to know. The client gets it as it is: never what the person may not see. */
    void log(System.Logger.Level level, String message);

    /** Ends the call if nobody waits for it any more, or if its time is over. Long work that asks nothing of Gatehouse says this now and then. */
    void checkpoint();

    /** Whether the client can show a form to the person. */
    boolean canAsk();

    /**
     * Asks the person to fill in a form. Never for secrets: the client and its model see the answer.
     *
     * <p>The first time this ends the call, and what it wrote is undone; the method then runs anew with the answer. So ask before you do.
     *
     * @param form a record of texts, numbers, booleans and enums
     * @return empty if the person declines
     */
    <T extends Record> Optional<T> ask(String message, Class<T> form);
}
