package org.gatehouse.identity.network;

import org.gatehouse.platform.network.AddressRanges;

/**
 * From where and when holders of a profile may be signed in.
 *
 * @param ranges the login ranges; none means from everywhere
 * @param hours the login hours
 */
public record LoginPolicy(AddressRanges ranges, LoginHours hours) {
    /** From everywhere, always. */
    public static final LoginPolicy OPEN = new LoginPolicy(AddressRanges.NONE, LoginHours.ALWAYS);
}
