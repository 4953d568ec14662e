package org.gatehouse.query.plan;

import org.gatehouse.metadata.FieldType;

/**
 * A part of a date.
 *
 * @param zone the time zone in which a point in time falls on a day
 */
public record DatePart(Kind kind, String zone) implements ColumnFunction {
    @Override
    public FieldType type() {
        return kind == Kind.DAY_ONLY ? FieldType.DATE : FieldType.NUMBER;
    }

    @Override
    public String name() {
        return kind.name();
    }

    /** Which part. Weeks are counted from the first day of the month or year; the first day of the week is Sunday, number one. */
    public enum Kind {
        CALENDAR_YEAR,
        CALENDAR_QUARTER,
        CALENDAR_MONTH,
        FISCAL_YEAR,
        FISCAL_QUARTER,
        FISCAL_MONTH,
        DAY_IN_MONTH,
        DAY_IN_WEEK,
        DAY_IN_YEAR,
        WEEK_IN_MONTH,
        WEEK_IN_YEAR,
        DAY_ONLY,
        HOUR_IN_DAY
    }
}
