package org.gatehouse.extension;

import java.util.Map;

/**
 * Finds records as the person on whose behalf the running call runs. Objects, fields and records that this person may not see are not there.
 *
 * <p>Outside a call, and in threads that the call did not come in, it refuses. A query that is refused ends the call.
 */
public interface Queries {
    /** Runs a SOQL SELECT. A record is a map of its fields by API name; a parent is a map in it, and children are records in it. */
    default QueryAnswer<Map<String, Object>> query(String soql) {
        return query(soql, Map.of());
    }

    /**
     * Runs a SOQL SELECT with names after colons, such as {@code WHERE Industry = :industry}. Give what came from outside this way and never as a part of the text.
     *
     * @param values by name: texts, numbers, booleans, {@code LocalDate}, {@code Instant}, enums; a collection of them for IN
     */
    QueryAnswer<Map<String, Object>> query(String soql, Map<String, ?> values);

    /** The same with records of Java: a field fills the component of its name, whatever the case, and others are left out. */
    <T> QueryAnswer<T> query(Class<T> type, String soql, Map<String, ?> values);

    /** Runs a SOSL FIND over several objects. */
    QueryAnswer<Map<String, Object>> search(String sosl);
}
