/** Tests of the second factor. */
@NullMarked
package org.gatehouse.identity.totp;

import org.jspecify.annotations.NullMarked;
