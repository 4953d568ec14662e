package org.gatehouse.oauth.bearer;

import java.time.Duration;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.gatehouse.identity.Caller;

/** What the check of a bearer token finds. */
sealed interface BearerOutcome {
    /**
     * The request is somebody's.
     *
     * @param tokenDigest the hash of the token that it brought
     */
    record Admitted(Caller caller, JsonWebToken principal, String tokenDigest) implements BearerOutcome {}

    /**
     * The request is one too many: status 429 (RFC 6585 section 4).
     *
     * @param retryAfter how long to wait
     */
    record Limited(Duration retryAfter) implements BearerOutcome {}

    /**
     * The request is nobody's: status 401.
     *
     * @param challenge the value of {@code WWW-Authenticate}
     */
    record Challenged(String challenge) implements BearerOutcome {}
}
