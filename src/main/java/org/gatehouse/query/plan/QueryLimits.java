package org.gatehouse.query.plan;

/**
 * How much one query may ask for.
 *
 * @param page most records in one answer
 * @param rows most records of one query, over all pages
 * @param childPage most children of one record in one answer
 * @param childRows most children in one answer, of all records together
 * @param offset highest OFFSET
 * @param fields most fields in SELECT
 * @param allFieldsRows most records where FIELDS() stands for all fields
 * @param children most queries for children in SELECT
 * @param joins most relationships followed
 * @param hops most relationships in one path, and most queries for children inside one another
 * @param semiJoins most queries in WHERE
 * @param tests most comparisons in WHERE
 * @param values most values in one IN
 * @param wildcards most % in one LIKE: a database tries them against each other, so time grows with their power
 * @param groupings most fields in GROUP BY
 * @param subtotals most fields in ROLLUP and CUBE: the choices of a CUBE double with each
 * @param orderings most fields in ORDER BY
 */
public record QueryLimits(
        int page,
        int rows,
        int childPage,
        int childRows,
        int offset,
        int fields,
        int allFieldsRows,
        int children,
        int joins,
        int hops,
        int semiJoins,
        int tests,
        int values,
        int wildcards,
        int groupings,
        int subtotals,
        int orderings) {
    /** SOQL's own limits where it has them: 2,000 rows a page, OFFSET up to 2,000, five relationships deep, 20 queries for children. */
    public static final QueryLimits DEFAULT = new QueryLimits(2_000, 50_000, 200, 20_000, 2_000, 500, 200, 20, 30, 5, 2, 500, 2_000, 4, 32, 3, 32);

    /** The same with other sizes of a page and of all pages, and another number of relationships. */
    public QueryLimits with(int otherPage, int otherRows, int otherJoins) {
        return new QueryLimits(
                otherPage, otherRows, childPage, childRows, offset, fields, allFieldsRows, children, otherJoins, hops, semiJoins, tests, values,
                wildcards, groupings, subtotals, orderings);
    }
}
