package org.gatehouse.audit.chain;

import org.gatehouse.audit.EventSeal;

/**
 * The last link of a node's chain.
 *
 * @param position its number, from 1
 * @param hash the seal over it and, through the link before, over all before it, in hexadecimal
 */
record ChainHead(long position, String hash) {
    /** Before the first link. */
    static final ChainHead START = new ChainHead(0, "");

    /** The link after this one. */
    ChainHead next(EventSeal seal, String node, long eventId, String eventSeal) {
        long next = position + 1;
        return new ChainHead(next, seal.of(node.length() + ":" + node + "\n" + next + "\n" + eventId + "\n" + eventSeal + "\n" + hash));
    }
}
