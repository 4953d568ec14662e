package org.gatehouse.audit.chain;

import jakarta.ejb.ApplicationException;

/** A chain does not go on from the link that the file outside the database names. */
@ApplicationException
final class ChainBroken extends RuntimeException {
    private static final long serialVersionUID = 1;

    ChainBroken(String node, long position) {
        super("The chain of events of node " + node + " does not go on from its link " + position + ", which a file outside the database names."
                + " Events or links were removed or replaced, or an older database was put back. Nothing is linked until somebody has looked:"
                + " see the operator guide.");
    }
}
