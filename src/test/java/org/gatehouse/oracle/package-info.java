/**
 * The judge of the permission engine: a second, naive implementation of the written rules, and the machinery that compares the two.
 *
 * <p>{@link org.gatehouse.oracle.RandomOrganisation} makes small organisations from a seed and {@link org.gatehouse.oracle.RandomQuery}
 * questions for them. {@link org.gatehouse.oracle.Judge} decides record by record and {@link org.gatehouse.oracle.Evaluator} answers in plain
 * Java; {@link org.gatehouse.oracle.OracleWorld} writes the same organisation into a database and asks Gatehouse. The judge shares no code
 * with the engine but the names of types and defaults. A rule that the documents leave open is written down where the judge applies it.
 */
@NullMarked
package org.gatehouse.oracle;

import org.jspecify.annotations.NullMarked;
