/**
 * Makes the event log hold against whoever can write to its tables.
 *
 * <p>Each event carries a seal by a key that the database does not hold. Each node links its events into a chain, a moment after they are
 * written: start with {@code EventChain}. The end of the chain stands in a file outside the database as well, because a chain does not show that
 * its end was cut off. {@link org.gatehouse.audit.chain.ChainService#verify} walks along all chains and names the first thing that is wrong.
 */
@NullMarked
package org.gatehouse.audit.chain;

import org.jspecify.annotations.NullMarked;
