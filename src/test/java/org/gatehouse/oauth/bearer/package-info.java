/** Tests of bearer. */
@NullMarked
package org.gatehouse.oauth.bearer;

import org.jspecify.annotations.NullMarked;
