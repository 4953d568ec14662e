/** Tests of people's pages. */
@NullMarked
package org.gatehouse.console;

import org.jspecify.annotations.NullMarked;
