package org.gatehouse.audit.chain;

import org.jspecify.annotations.Nullable;

/**
 * A link as the database has it.
 *
 * @param event its event; null if the database has none of this number
 */
record StoredLink(long position, long eventId, String hash, @Nullable Event event) {
    /**
     * The event of a link.
     *
     * @param storedSeal the seal in its row; empty if there is none
     * @param computedSeal the seal that its row would get now
     */
    record Event(String storedSeal, String computedSeal) {}
}
