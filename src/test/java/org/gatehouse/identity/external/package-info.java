/** Tests of sign-in by an external provider, against a small one in this process. */
@NullMarked
package org.gatehouse.identity.external;

import org.jspecify.annotations.NullMarked;
