/**
 * From a {@code QueryPlan} to the statement that runs, and from its rows to records.
 *
 * <p>{@link org.gatehouse.query.sql.SqlCompiler} is the only class that turns a plan into a jOOQ {@code Select}; names are quoted and values
 * are bound by jOOQ, and no SQL is concatenated. Both databases give the same answer: text is compared without regard to case and ordered by
 * code point, and the place of nulls is always written out.
 *
 * <p>The record filter is the part that costs. {@link org.gatehouse.query.sql.RecordFilterSql} writes it by what the plan knows and PostgreSQL
 * does not: which share of the records the person sees, and whether the statement stops when a page is full
 * ({@link org.gatehouse.query.sql.Reading}). One form for all was the alternative: it reads all deals of a person to show 200 accounts, or looks
 * each of a million accounts up.
 */
@NullMarked
package org.gatehouse.query.sql;

import org.jspecify.annotations.NullMarked;
