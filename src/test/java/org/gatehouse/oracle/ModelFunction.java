package org.gatehouse.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.function.ToIntFunction;
import org.gatehouse.metadata.FieldType;

/** A function of a query over one field, by calendars that Java knows. A point in time falls on a day of UTC. */
enum ModelFunction {
    CALENDAR_YEAR(time -> time.getYear()),
    CALENDAR_QUARTER(time -> (time.getMonthValue() + 2) / 3),
    CALENDAR_MONTH(time -> time.getMonthValue()),
    FISCAL_YEAR(time -> time.getYear()),
    FISCAL_QUARTER(time -> (time.getMonthValue() + 2) / 3),
    FISCAL_MONTH(time -> time.getMonthValue()),
    DAY_IN_MONTH(time -> time.getDayOfMonth()),
    DAY_IN_WEEK(time -> time.getDayOfWeek().getValue() % 7 + 1),
    DAY_IN_YEAR(time -> time.getDayOfYear()),
    WEEK_IN_MONTH(time -> (time.getDayOfMonth() + 6) / 7),
    WEEK_IN_YEAR(time -> (time.getDayOfYear() + 6) / 7),
    HOUR_IN_DAY(time -> time.getHour()),
    DAY_ONLY(time -> 0),
    TO_LABEL(time -> 0);

    /** Those that take a date without a time. */
    static final List<ModelFunction> OF_DATES = List.copyOf(EnumSet.range(CALENDAR_YEAR, WEEK_IN_YEAR));

    /** Those that take a point in time. */
    static final List<ModelFunction> OF_TIMES = List.copyOf(EnumSet.range(CALENDAR_YEAR, DAY_ONLY));

    @SuppressWarnings("ImmutableEnumChecker") // Lambdas that hold nothing.
    private final ToIntFunction<LocalDateTime> part;

    ModelFunction(ToIntFunction<LocalDateTime> part) {
        this.part = part;
    }

    String text() {
        return this == TO_LABEL ? "toLabel" : name();
    }

    /** Whether it takes fields of that type. */
    boolean takes(FieldType type) {
        return switch (this) {
            case TO_LABEL -> type == FieldType.PICKLIST;
            case DAY_ONLY, HOUR_IN_DAY -> type == FieldType.DATETIME;
            default -> type == FieldType.DATE || type == FieldType.DATETIME;
        };
    }

    /** What comes of it, as a field. */
    ModelField result() {
        return switch (this) {
            case TO_LABEL -> ModelField.plain("toLabel", FieldType.TEXT, "", true);
            case DAY_ONLY -> ModelField.plain("DAY_ONLY", FieldType.DATE, "", true);
            default -> ModelField.plain(name(), FieldType.NUMBER, "", true);
        };
    }

    Object of(Object value) {
        if (this == TO_LABEL) {
            return ModelLabels.of((String) value);
        }
        LocalDateTime time = value instanceof LocalDate date ? date.atStartOfDay() : LocalDateTime.ofInstant((Instant) value, ZoneOffset.UTC);
        return this == DAY_ONLY ? time.toLocalDate() : java.math.BigDecimal.valueOf(part.applyAsInt(time));
    }
}
