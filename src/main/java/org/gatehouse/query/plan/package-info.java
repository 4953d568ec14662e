/**
 * From a {@code Query} and a person's access to a {@link org.gatehouse.query.plan.QueryPlan}.
 *
 * <p>Start with {@link org.gatehouse.query.plan.QueryPlanner}. Every name in every clause goes through one {@code Binder}, which refuses
 * what the person may not read with the same words as what does not exist. An {@link org.gatehouse.query.plan.ObjectScan} cannot be made
 * without its record filter, and a parent's filter belongs to its join, so a hidden parent reads as null.
 *
 * <p>No expression of the language can fail on a row: values are bound with the field's own type, patterns are complete, and formula fields are
 * compiled so that what cannot be computed is null. A filter that a caller writes can therefore never tell, by an error, of a row that the record filter hides. An expression
 * that can fail must first be fenced off from hidden rows in {@code sql}.
 */
@NullMarked
package org.gatehouse.query.plan;

import org.jspecify.annotations.NullMarked;
