package org.gatehouse.identity.network;

import org.gatehouse.identity.Assurance;
import org.gatehouse.platform.network.AddressRanges;

/**
 * From where and when holders of a profile may be signed in, and how surely.
 *
 * @param ranges the login ranges; none means from everywhere
 * @param hours the login hours
 * @param requiredAssurance how surely they must be recognised, whatever the app demands
 */
public record LoginPolicy(AddressRanges ranges, LoginHours hours, Assurance requiredAssurance) {
    /** From everywhere, always, by one factor. */
    public static final LoginPolicy OPEN = new LoginPolicy(AddressRanges.NONE, LoginHours.ALWAYS, Assurance.STANDARD);
}
