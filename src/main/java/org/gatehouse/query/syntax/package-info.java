/**
 * From text to {@link org.gatehouse.query.syntax.Query}, by the ANTLR grammar {@code Soql.g4}.
 *
 * <p>{@link org.gatehouse.query.syntax.QueryParser} refuses with line and column, and bounds length, depth and number of tokens before it
 * parses, so that no text can exhaust the stack or the clock. It knows no objects; whether a name means something is the planner's
 * question.
 */
@NullMarked
package org.gatehouse.query.syntax;

import org.jspecify.annotations.NullMarked;
