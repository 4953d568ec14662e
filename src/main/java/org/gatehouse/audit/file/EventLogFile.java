package org.gatehouse.audit.file;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The events of one type in one hour or day.
 *
 * <p>A file is not stored: it is read from the events, which do not change. So a file that is fetched twice after its time is over is the same,
 * and nothing has to be made first.
 *
 * @param begins the first moment, of UTC
 */
public record EventLogFile(LogType type, LogInterval interval, Instant begins) {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyyMMddHH").withZone(ZoneOffset.UTC);

    public EventLogFile {
        begins = begins.truncatedTo(interval == LogInterval.DAILY ? ChronoUnit.DAYS : ChronoUnit.HOURS);
    }

    /** Its name in URLs, for example {@code ApiTotalUsage-Hourly-2026112210}. */
    public String id() {
        return type.apiName() + "-" + interval.apiName() + "-" + HOUR.format(begins);
    }

    /** The first moment that is not in it. */
    public Instant ends() {
        return begins.plus(interval.length());
    }

    /** The file of that name; empty if no file can have it. */
    public static Optional<EventLogFile> of(String id) {
        List<String> parts = List.of(id.split("-", -1));
        if (parts.size() != 3) {
            return Optional.empty();
        }
        return LogType.named(parts.get(0)).flatMap(type -> LogInterval.named(parts.get(1)).flatMap(interval -> {
            try {
                Instant begins = LocalDateTime.parse(parts.get(2), HOUR).toInstant(ZoneOffset.UTC);
                EventLogFile file = new EventLogFile(type, interval, begins);
                return Optional.of(file).filter(it -> it.id().equals(id));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }));
    }
}
