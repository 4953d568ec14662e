/** Calls of services against real HTTP servers. */
@NullMarked
package org.gatehouse.catalog.upstream;

import org.jspecify.annotations.NullMarked;
