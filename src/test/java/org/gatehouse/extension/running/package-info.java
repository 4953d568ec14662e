/** Running developers' code, with a real database behind it. */
@NullMarked
package org.gatehouse.extension.running;

import org.jspecify.annotations.NullMarked;
