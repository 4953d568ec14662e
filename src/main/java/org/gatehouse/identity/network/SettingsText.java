package org.gatehouse.identity.network;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.identity.Assurance;
import org.gatehouse.platform.network.AddressRange;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads what an administrator wrote. Each failure names the place and says what would be right. */
final class SettingsText {
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-4]):([0-5][0-9])");
    private static final int MINUTES_OF_HOUR = 60;

    private SettingsText() {}

    static List<AddressRange> ranges(String location, @Nullable List<NetworkSettings.Range> ranges) {
        List<AddressRange> known = new ArrayList<>();
        for (NetworkSettings.Range range : present(location, ranges)) {
            try {
                known.add(AddressRange.of(text(range.first()), text(range.last())));
            } catch (IllegalArgumentException e) {
                throw refuse(location, String.valueOf(e.getMessage()));
            }
        }
        return known;
    }

    static LoginHours hours(String location, @Nullable List<NetworkSettings.Hours> hours) {
        List<LoginHours.Window> windows = new ArrayList<>();
        for (NetworkSettings.Hours window : present(location, hours)) {
            try {
                windows.add(new LoginHours.Window(DayOfWeek.of(window.day()), minute(location, window.start()), minute(location, window.end())));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw refuse(location, "Days are 1 (Monday) to 7, and hours start before they end.");
            }
        }
        return new LoginHours(windows);
    }

    static ZoneId zone(@Nullable String name) {
        try {
            return ZoneId.of(text(name));
        } catch (DateTimeException e) {
            throw refuse("/timeZone", "Name a time zone as the IANA database does, for example Europe/Berlin.");
        }
    }

    /** Nothing said is the weakest: an app can demand more. */
    static Assurance assurance(String location, @Nullable String name) {
        return name == null
                ? Assurance.STANDARD
                : Arrays.stream(Assurance.values()).filter(known -> known.name().equals(name)).findFirst()
                        .orElseThrow(() -> refuse(location, "Choose one of " + Arrays.toString(Assurance.values()) + "."));
    }

    static void between(String location, int number, int least, int most) {
        if (number < least || number > most) {
            throw refuse(location, "The number is between " + least + " and " + most + ".");
        }
    }

    static String time(int minute) {
        return "%02d:%02d".formatted(minute / MINUTES_OF_HOUR, minute % MINUTES_OF_HOUR);
    }

    private static int minute(String location, @Nullable String time) {
        Matcher matcher = TIME.matcher(text(time));
        if (!matcher.matches()) {
            throw refuse(location, "Write times as HH:mm, from 00:00 to 24:00.");
        }
        return Integer.parseInt(matcher.group(1)) * MINUTES_OF_HOUR + Integer.parseInt(matcher.group(2));
    }

    private static <T> List<T> present(String location, @Nullable List<T> list) {
        if (list == null || list.stream().anyMatch(Objects::isNull)) {
            throw refuse(location, "This is required: a list without null.");
        }
        return list;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static ProblemException refuse(String location, String message) {
        return new ProblemException(
                new Problem.InvalidArguments("The settings are not right.", List.of(new Problem.Violation(location, message))));
    }
}
