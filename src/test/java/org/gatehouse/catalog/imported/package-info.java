/** Imported services from the administrator's side, on both databases. */
@NullMarked
package org.gatehouse.catalog.imported;

import org.jspecify.annotations.NullMarked;
