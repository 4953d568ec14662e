/** Tests of endpoint. */
@NullMarked
package org.gatehouse.oauth.endpoint;

import org.jspecify.annotations.NullMarked;
