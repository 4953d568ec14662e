/**
 * What can go wrong, as a closed vocabulary.
 *
 * <p>Start with {@link org.gatehouse.platform.problem.Problem}. Features throw a {@link org.gatehouse.platform.problem.ProblemException}
 * that carries one; each protocol maps every kind in one exhaustive switch, so a new kind breaks the build where an answer is missing.
 * The message of a problem is written for the caller. What an operator needs goes to the log instead, never into a problem: the
 * alternative, exceptions with free text that a protocol prints, is how database text reaches a stranger.
 */
@NullMarked
package org.gatehouse.platform.problem;

import org.jspecify.annotations.NullMarked;
