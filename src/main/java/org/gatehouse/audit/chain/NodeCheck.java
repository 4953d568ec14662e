package org.gatehouse.audit.chain;

import java.util.Optional;
import org.gatehouse.audit.EventSeal;
import org.gatehouse.audit.chain.ChainVerification.Fault;
import org.gatehouse.audit.chain.ChainVerification.Kind;
import org.jspecify.annotations.Nullable;

/** Walks along one node's chain, link by link, and stops at the first that does not hold. Belongs to one walk. */
final class NodeCheck {
    private final EventSeal seal;
    private final String node;
    private final @Nullable ChainHead outside;
    private ChainHead last = ChainHead.START;
    private boolean met;

    NodeCheck(EventSeal seal, String node, @Nullable ChainHead outside) {
        this.seal = seal;
        this.node = node;
        this.outside = outside;
        this.met = outside == null || outside.position() == 0;
    }

    ChainHead last() {
        return last;
    }

    /** Whether the place was met that the file outside the database names. */
    boolean confirmed() {
        return outside != null && met;
    }

    /** Looks at the next link. */
    Optional<Fault> next(StoredLink link) {
        if (link.position() != last.position() + 1) {
            return fault(Kind.LINK_MISSING, link, "Links are missing between " + last.position() + " and " + link.position() + ".");
        }
        StoredLink.Event event = link.event();
        if (event == null) {
            return fault(Kind.EVENT_MISSING, link, "The event of this link is gone.");
        }
        if (!event.computedSeal().equals(event.storedSeal())) {
            return fault(Kind.EVENT_CHANGED, link, "The event is not what was sealed when it was written.");
        }
        ChainHead expected = last.next(seal, node, link.eventId(), event.storedSeal());
        if (!expected.hash().equals(link.hash())) {
            return fault(Kind.LINK_CHANGED, link, "The link does not follow from the one before it and its event.");
        }
        last = expected;
        if (outside != null && outside.position() == last.position()) {
            met = outside.hash().equals(last.hash());
            if (!met) {
                return fault(Kind.HEAD_CONTRADICTS, link, "The file outside the database has another hash for this place.");
            }
        }
        return Optional.empty();
    }

    /** Looks at the end of the chain. */
    Optional<Fault> end() {
        return met || outside == null
                ? Optional.empty()
                : Optional.of(new Fault(
                        Kind.END_CUT, node, last.position(), null,
                        "The chain ends here, and the file outside the database knows of " + outside.position() + " events."));
    }

    private Optional<Fault> fault(Kind kind, StoredLink link, String message) {
        return Optional.of(new Fault(kind, node, link.position(), link.eventId(), message));
    }
}
