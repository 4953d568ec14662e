/**
 * Takes tables and views that were there before Gatehouse into the catalog.
 *
 * <p>Start with {@link org.gatehouse.metadata.mapping.MappingService}: it lists what the database holds, proposes an object for a table, and
 * saves what the administrator made of the proposal, in the way of {@link org.gatehouse.metadata.design}. Gatehouse never changes such a
 * table. What it cannot store faithfully it leaves out and says why: arrays, documents, floating point (whose values need not be numbers).
 *
 * <p>The table may change behind Gatehouse's back. At every start, and when asked, {@code MappingCheck} compares it with the definition; an
 * object that no longer fits leaves the catalog, so that callers find nothing rather than an error, and the operator reads why.
 */
@NullMarked
package org.gatehouse.metadata.mapping;

import org.jspecify.annotations.NullMarked;
