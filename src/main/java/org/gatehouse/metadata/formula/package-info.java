/**
 * Formulas: values computed from the fields of one record.
 *
 * <p>Start with {@link org.gatehouse.metadata.formula.FormulaReader}, which turns text into a {@link org.gatehouse.metadata.formula.Term}. {@link
 * org.gatehouse.metadata.formula.FormulaTyping} gives the names in it their fields and every part its type, and {@link
 * org.gatehouse.metadata.formula.FormulaEvaluator} computes it. No formula can fail on a record, because a failure would tell of a record that the
 * reader cannot see:
 *
 * <ul>
 *   <li>null in arithmetic gives null, and so do division by zero, a date that is none, and numbers of 25 or more digits before the point
 *   <li>numbers have ten digits behind the point, rounded half away from zero after each step
 *   <li>empty text and null are one value: blank. Where text is joined or searched, blank is empty text
 *   <li>{@code =} holds between two blanks, and not between a blank and anything else; no blank is below or above anything
 *   <li>a blank truth value is false
 *   <li>text is compared and searched exactly, with regard to case
 * </ul>
 */
@NullMarked
package org.gatehouse.metadata.formula;

import org.jspecify.annotations.NullMarked;
