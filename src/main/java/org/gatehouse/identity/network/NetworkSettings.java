package org.gatehouse.identity.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Network access as an administrator reads and writes it. */
public final class NetworkSettings {
    private NetworkSettings() {}

    /** A range of addresses, both ends included. */
    public record Range(String first, String last, @Nullable String description) {}

    /**
     * Some hours of one day.
     *
     * @param day 1 is Monday
     * @param start the first minute, {@code HH:mm}
     * @param end the minute from which it is over, {@code HH:mm}; {@code 24:00} is midnight
     */
    public record Hours(int day, String start, String end) {}

    /**
     * From where and when holders of a profile may be signed in, and how surely.
     *
     * @param version counts changes: an update that names the version it was made from is refused if there is a newer one
     * @param ranges empty for everywhere
     * @param hours empty for always
     * @param requiredAssurance {@code HIGH} for a second factor in every case; null for what each app demands
     */
    public record Profile(
            @Nullable Long version, List<Range> ranges, List<Hours> hours, @Nullable String requiredAssurance) {}

    /**
     * What holds for everybody.
     *
     * @param version counts changes: an update names the version it was made from
     * @param maxConnectionDays null for no limit
     * @param connectionsEndWithPassword whether another password of a person ends their agents' connections, too
     */
    public record Everybody(
            @Nullable Long version,
            boolean enforceRangesOnEachRequest,
            @Nullable Integer maxConnectionDays,
            int maxAccessTokenMinutes,
            String timeZone,
            boolean connectionsEndWithPassword,
            List<Range> trustedRanges) {}
}
