/**
 * The query language: text in, rows out, in three steps with types.
 *
 * <p>{@code syntax} turns text into a {@code Query}; {@code plan} resolves every name under the caller's access into a {@code QueryPlan};
 * {@code sql} turns a plan into the one statement that runs. {@link org.gatehouse.query.QueryService} is the way in. A step cannot be
 * skipped, because the next one needs its type. {@code PreparedQueries} keeps what came of them for the next time that the same text is asked with
 * the very same access. {@code QueryCursors} continue an answer: nothing of it is kept or carried, the next page is planned anew.
 */
@NullMarked
package org.gatehouse.query;

import org.jspecify.annotations.NullMarked;
