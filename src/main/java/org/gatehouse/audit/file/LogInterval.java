package org.gatehouse.audit.file;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** How much time one event log file covers. Days and hours are those of UTC. */
public enum LogInterval {
    HOURLY("Hourly", Duration.ofHours(1)),
    DAILY("Daily", Duration.ofDays(1));

    private final String apiName;
    private final Duration length;

    LogInterval(String apiName, Duration length) {
        this.apiName = apiName;
        this.length = length;
    }

    public String apiName() {
        return apiName;
    }

    Duration length() {
        return length;
    }

    /** The interval of that name. */
    public static Optional<LogInterval> named(String apiName) {
        return Arrays.stream(values()).filter(interval -> interval.apiName.equals(apiName)).findFirst();
    }
}
