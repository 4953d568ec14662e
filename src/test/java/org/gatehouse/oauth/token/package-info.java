/** Tests of token. */
@NullMarked
package org.gatehouse.oauth.token;

import org.jspecify.annotations.NullMarked;
