package org.gatehouse.query.plan;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a value that was read is written for people. Only what is answered is presented; what a query compares is the value. */
public sealed interface Presentation {
    /** The value as it is written. */
    @Nullable Object of(@Nullable Object value);

    /** As it is. */
    record Plain() implements Presentation {
        @Override
        public @Nullable Object of(@Nullable Object value) {
            return value;
        }
    }

    /**
     * The label of a picklist's value; a value that the picklist does not offer any more stands for itself.
     *
     * @param labels by value
     */
    record Label(Map<String, String> labels) implements Presentation {
        public Label {
            labels = Map.copyOf(labels);
        }

        @Override
        public @Nullable Object of(@Nullable Object value) {
            return value instanceof String text
                    ? Arrays.stream(text.split(";", -1)).map(one -> labels.getOrDefault(one, one)).collect(Collectors.joining(";"))
                    : value;
        }
    }

    /**
     * In words, as people in the United States write numbers and dates, times in the person's zone.
     *
     * @param scale digits behind the point
     * @param suffix what follows a number
     */
    record Words(int scale, String suffix, ZoneId zone) implements Presentation {
        private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("M/d/uuuu", Locale.US);
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M/d/uuuu, h:mm a", Locale.US);

        @Override
        public @Nullable Object of(@Nullable Object value) {
            return switch (value) {
                case BigDecimal number -> pattern().format(number) + suffix;
                case LocalDate date -> DATE.format(date);
                case Instant moment -> TIME.format(moment.atZone(zone));
                case null, default -> value;
            };
        }

        private DecimalFormat pattern() {
            DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.US));
            format.setMinimumFractionDigits(scale);
            format.setMaximumFractionDigits(scale);
            return format;
        }
    }
}
