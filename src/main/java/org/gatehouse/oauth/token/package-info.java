/** Tokens: signing keys, access tokens, refresh tokens, and the check of a bearer token at a protected resource. */
@NullMarked
package org.gatehouse.oauth.token;

import org.jspecify.annotations.NullMarked;
