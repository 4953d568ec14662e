package org.gatehouse.audit.chain;

import jakarta.inject.Singleton;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whose turn it is to extend this node's chain. The timer and a verification do so, and two at a time would give one event two links or write an
 * older end over a newer one. No request of an agent waits for it.
 */
@Singleton
class ChainTurn {
    final ReentrantLock lock = new ReentrantLock();
}
