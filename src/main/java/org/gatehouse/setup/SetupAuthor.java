package org.gatehouse.setup;

import org.gatehouse.platform.network.ClientAddress;

/**
 * Who applies a setup.
 *
 * @param userId the person's id; empty for an operator, whom no login range can shut out
 * @param confirmed whether they know that they may shut themselves out
 */
public record SetupAuthor(String userId, String username, ClientAddress address, boolean confirmed) {
    /** Somebody over JMX. */
    static final SetupAuthor OPERATOR = new SetupAuthor("", "(operator over JMX)", ClientAddress.UNKNOWN, true);
}
