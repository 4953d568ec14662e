/**
 * From a {@code QueryPlan} to the statement that runs, and from its rows to records.
 *
 * <p>{@link org.gatehouse.query.sql.SqlCompiler} is the only class that turns a plan into a jOOQ {@code Select}; names are quoted and values
 * are bound by jOOQ, and no SQL is concatenated. Both databases give the same answer: text is compared without regard to case and ordered by
 * code point, and the place of nulls is always written out.
 */
@NullMarked
package org.gatehouse.query.sql;

import org.jspecify.annotations.NullMarked;
