/** Named starting points that tests of several features share. */
@NullMarked
package org.gatehouse.testing;

import org.jspecify.annotations.NullMarked;
