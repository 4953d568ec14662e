/**
 * How tokens are earned: the authorization request and consent, the code grant, the refresh grant, revocation.
 *
 * <p>Follow one connection through {@link org.gatehouse.oauth.grant.AuthorizationRequests}, {@link
 * org.gatehouse.oauth.grant.AuthorizationService} and {@link org.gatehouse.oauth.grant.TokenService}. A code and a refresh token work once;
 * who was first is decided by one conditional write, because reading first and writing after lets two be first. Whatever comes a second time
 * ends the whole connection, and so does a code without its proof. Only hashes are stored.
 *
 * <p>Access tokens are not stored at all: they name their connection, and each request looks at that. A table of access tokens would have
 * grown with every refresh and said nothing more.
 */
@NullMarked
package org.gatehouse.oauth.grant;

import org.jspecify.annotations.NullMarked;
