/** Tests of grant. */
@NullMarked
package org.gatehouse.oauth.grant;

import org.jspecify.annotations.NullMarked;
