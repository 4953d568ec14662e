package org.gatehouse.query.plan;

/**
 * How much one query may ask for.
 *
 * @param page most records in one answer
 * @param offset highest OFFSET
 * @param fields most fields in SELECT
 * @param joins most relationships followed
 * @param hops most relationships in one path
 * @param tests most comparisons in WHERE
 * @param values most values in one IN
 * @param wildcards most % in one LIKE: a database tries them against each other, so time grows with their power
 * @param orderings most fields in ORDER BY
 */
public record QueryLimits(int page, int offset, int fields, int joins, int hops, int tests, int values, int wildcards, int orderings) {
    /** SOQL's own limits where it has them: 2,000 rows a page, OFFSET up to 2,000, five relationships deep. */
    public static final QueryLimits DEFAULT = new QueryLimits(2_000, 2_000, 500, 30, 5, 500, 2_000, 4, 32);
}
