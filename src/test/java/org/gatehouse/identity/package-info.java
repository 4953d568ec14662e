/** Tests of sign-in. */
@NullMarked
package org.gatehouse.identity;

import org.jspecify.annotations.NullMarked;
