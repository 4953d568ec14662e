/**
 * The second factor: codes of an authenticator app (TOTP, RFC 6238), and recovery codes for the day the authenticator is lost.
 *
 * <p>Start with {@link org.gatehouse.identity.totp.SecondFactors}. It knows persons by their ids only and decides nothing about sign-in:
 * lockout and history are the business of {@code identity}. A code is good once, by one conditional write. The algorithm is a dozen lines
 * over the platform's HMAC; a library would have been longer to read than it.
 */
@NullMarked
package org.gatehouse.identity.totp;

import org.jspecify.annotations.NullMarked;
