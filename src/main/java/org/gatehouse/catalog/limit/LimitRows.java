package org.gatehouse.catalog.limit;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.USAGE_LIMIT;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** How limits are kept in the database. */
final class LimitRows {
    private LimitRows() {}

    static ActiveLimit active(Record row) {
        return new ActiveLimit(
                row.get(USAGE_LIMIT.NAME), Measure.valueOf(row.get(USAGE_LIMIT.MEASURE)), row.get(USAGE_LIMIT.MOST),
                Window.valueOf(row.get(USAGE_LIMIT.TIME_WINDOW)), only(row, row.get(USAGE_LIMIT.ONLY_USER)), each(row.get(USAGE_LIMIT.EACH_OF)));
    }

    /** A limit from a row that is joined with its person. */
    static Limit limit(Record row) {
        return new Limit(
                row.get(USAGE_LIMIT.NAME), row.get(USAGE_LIMIT.DESCRIPTION), row.get(USAGE_LIMIT.ENABLED),
                Measure.valueOf(row.get(USAGE_LIMIT.MEASURE)), row.get(USAGE_LIMIT.MOST), Window.valueOf(row.get(USAGE_LIMIT.TIME_WINDOW)),
                only(row, row.get(APP_USER.USERNAME)), each(row.get(USAGE_LIMIT.EACH_OF)), row.get(USAGE_LIMIT.VERSION));
    }

    static String written(Set<Dimension> each) {
        return each.stream().sorted().map(Dimension::name).collect(Collectors.joining(" "));
    }

    private static Map<Dimension, String> only(Record row, @Nullable String person) {
        Map<Dimension, String> only = new EnumMap<>(Dimension.class);
        put(only, Dimension.CLIENT, row.get(USAGE_LIMIT.ONLY_CLIENT));
        put(only, Dimension.PERSON, person);
        put(only, Dimension.SERVER, row.get(USAGE_LIMIT.ONLY_SERVER));
        put(only, Dimension.TOOL, row.get(USAGE_LIMIT.ONLY_TOOL));
        return Collections.unmodifiableMap(only);
    }

    private static void put(Map<Dimension, String> only, Dimension dimension, @Nullable String value) {
        if (value != null) {
            only.put(dimension, value);
        }
    }

    private static Set<Dimension> each(String names) {
        Set<Dimension> each = EnumSet.noneOf(Dimension.class);
        if (!names.isEmpty()) {
            Arrays.stream(names.split(" ", -1)).map(Dimension::valueOf).forEach(each::add);
        }
        return Collections.unmodifiableSet(each);
    }
}
