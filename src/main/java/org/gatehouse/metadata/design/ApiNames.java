package org.gatehouse.metadata.design;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.gatehouse.platform.problem.Violations;

/** What may name an object, a field or a relationship. */
public final class ApiNames {
    /** Letters, digits and single underscores, a letter first and no underscore last. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z](?:_?[A-Za-z0-9])*");

    private static final int MOST = 40;

    /** Words that mean something where a query expects a name. */
    private static final Set<String> RESERVED = Set.of(
            "all", "and", "any", "asc", "attributes", "avg", "by", "count", "count_distinct", "cube", "desc", "distance", "else", "end",
            "excludes", "false", "fields", "find", "first", "for", "from", "geolocation", "group", "grouping", "having", "in", "includes",
            "last", "like", "limit", "max", "min", "not", "null", "nulls", "offset", "or", "order", "returning", "rollup", "rows", "select",
            "sum", "then", "tolabel", "true", "typeof", "update", "using", "when", "where", "with");

    private ApiNames() {}

    /** Complains about a text that cannot be a name. */
    public static void check(String name, String place, Violations violations) {
        if (name.length() > MOST || !FORM.matcher(name).matches()) {
            violations.add(place, "'" + name + "' is no API name: write a letter, then letters, digits and single underscores, at most " + MOST
                    + " characters");
        } else if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            violations.add(place, "'" + name + "' is a word of the query language; choose another name");
        }
    }
}
