/** Tests of what custom servers offer, on the demo organisation. */
@NullMarked
package org.gatehouse.tool.custom;

import org.jspecify.annotations.NullMarked;
