package org.gatehouse.identity.network;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.gatehouse.platform.network.AddressRanges;

/**
 * What holds for everybody. An app policy can only be stricter.
 *
 * @param rangesOnEachRequest whether login ranges are looked at with every request, not only when a person connects
 * @param longestConnection how long after its start any connection ends, whatever its policy says; empty for no limit
 * @param longestAccessToken how long an access token lives at most
 * @param timeZone the clock of login hours
 * @param trustedRanges from where a person is believed by password alone; none means from everywhere
 */
public record Organization(
        boolean rangesOnEachRequest,
        Optional<Duration> longestConnection,
        Duration longestAccessToken,
        ZoneId timeZone,
        AddressRanges trustedRanges) {}
