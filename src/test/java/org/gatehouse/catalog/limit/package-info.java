/** Tests of {@code catalog.limit}: limits as administrators write them, and the budgets that come of them, by a clock that tests move. */
@NullMarked
package org.gatehouse.catalog.limit;

import org.jspecify.annotations.NullMarked;
