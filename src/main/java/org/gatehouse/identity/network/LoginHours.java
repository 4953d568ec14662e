package org.gatehouse.identity.network;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.util.List;

/** The hours of the week in which holders of a profile may be signed in. No window at all means always. */
public record LoginHours(List<Window> windows) {
    /** Always. */
    public static final LoginHours ALWAYS = new LoginHours(List.of());

    public LoginHours {
        windows = List.copyOf(windows);
    }

    /** Whether a moment lies in one of the windows, by the clock of a time zone. */
    public boolean include(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        return windows.isEmpty() || windows.stream().anyMatch(window -> window.includes(local.getDayOfWeek(), local.toLocalTime()));
    }

    /**
     * Some hours of one day of the week.
     *
     * @param startMinute the first minute of the day
     * @param endMinute the minute of the day from which it is over; 1440 is midnight
     */
    public record Window(DayOfWeek day, int startMinute, int endMinute) {
        private static final int MINUTES_OF_DAY = 1440;

        public Window {
            if (startMinute < 0 || startMinute >= endMinute || endMinute > MINUTES_OF_DAY) {
                throw new IllegalArgumentException("Login hours start before they end, within one day.");
            }
        }

        private boolean includes(DayOfWeek today, LocalTime time) {
            int minute = time.get(ChronoField.MINUTE_OF_DAY);
            return today == day && minute >= startMinute && minute < endMinute;
        }
    }
}
