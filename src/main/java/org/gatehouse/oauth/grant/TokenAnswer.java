package org.gatehouse.oauth.grant;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;

/** What the token endpoint answers. A refusal is a value, not an exception: ending a connection because of it must not be rolled back. */
public sealed interface TokenAnswer {
    /** Tokens (RFC 6749 section 5.1). */
    record Issued(AccessTokenResponse response) implements TokenAnswer {}

    /** An error (RFC 6749 section 5.2). */
    record Refused(ErrorObject error) implements TokenAnswer {}
}
