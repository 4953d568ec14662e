package org.gatehouse.audit.chain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a look through all chains.
 *
 * @param intact whether nothing was found
 * @param verifiedAt when the look began, in ISO 8601
 * @param chains each node's chain
 * @param waiting events that will get their link within the next second
 * @param unsealed events from before events had seals; about these nothing can be said
 * @param firstFault the first thing that is wrong; later ones may be consequences of it
 */
public record ChainVerification(
        boolean intact, String verifiedAt, List<NodeChain> chains, long waiting, long unsealed, @Nullable Fault firstFault) {
    public ChainVerification {
        chains = List.copyOf(chains);
    }

    /**
     * One node's chain.
     *
     * @param events how many events it links
     * @param hash its last link's hash, to be compared with one that was written down elsewhere
     * @param endConfirmed whether a file outside the database, here on this node, says that the chain goes at least as far as it should
     */
    public record NodeChain(String node, long events, String hash, boolean endConfirmed) {}

    /**
     * Something that is wrong.
     *
     * @param position the place in the node's chain; null for an event that is in none
     * @param eventId the event's number in the log; null where there is none
     */
    public record Fault(Kind kind, String node, @Nullable Long position, @Nullable Long eventId, String message) {}

    /** What can be wrong. */
    public enum Kind {
        /** The event's row is gone. */
        EVENT_MISSING,
        /** The event's row is not what was sealed. */
        EVENT_CHANGED,
        /** The link is not what was linked, or an event took another's place. */
        LINK_CHANGED,
        /** Links are missing before this one. */
        LINK_MISSING,
        /** The chain ends before the place that the file outside the database names. */
        END_CUT,
        /** The file outside the database names another hash for its place. */
        HEAD_CONTRADICTS,
        /** An event is in no chain, although it is older than the time that linking takes. */
        EVENT_NOT_LINKED
    }
}
