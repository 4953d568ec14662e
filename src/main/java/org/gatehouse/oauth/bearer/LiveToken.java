package org.gatehouse.oauth.bearer;

import org.gatehouse.identity.Caller;
import org.gatehouse.oauth.token.VerifiedToken;

/**
 * An access token that opens its resource at this moment.
 *
 * @param caller on whose behalf whoever presents it comes
 * @param token what it says
 * @param digest its hash
 */
record LiveToken(Caller caller, VerifiedToken token, String digest) {}
