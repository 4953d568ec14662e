/**
 * Configuration as code: the setup as one document that is kept in version control, compared with what is, and applied.
 *
 * <p>Start with {@link org.gatehouse.setup.SetupDocument}, which is what is written, and {@link org.gatehouse.setup.SetupService}, which exports,
 * plans, applies and reports drift. A {@code SetupPart} stands for each kind of thing; {@code SetupParts} lists them in the order in which they can
 * be made. Parts read and change through the services that every other door uses, in one transaction: what those refuse, this refuses, and each
 * change leaves its event with before and after. A document that is refused changes nothing.
 *
 * <p>Names are the identity of things; versions, ids and secrets are in no document. A part that a document does not have is left alone, and what a
 * part does not name is only taken away if that is asked for. Writing to the tables beside the services would have been shorter, and would have
 * been a second place that decides what a right setup is.
 */
@NullMarked
package org.gatehouse.setup;

import org.jspecify.annotations.NullMarked;
