/**
 * How tokens are presented: the authentication of requests to protected resources (RFC 6750, RFC 9728).
 *
 * <p>Start with {@link org.gatehouse.oauth.bearer.BearerAuthenticationMechanism}. Resource servers that are not part of this application ask
 * {@link org.gatehouse.oauth.bearer.Introspection} (RFC 7662); both stand on the same look-ups. A token counts only in exactly one {@code Authorization}
 * header; one in the query, the body or a cookie is not looked at. A verified token is remembered until it expires, but whether its
 * connection still stands is asked of the database by every request: remembering that too would have saved a statement and made revocation
 * wait. A call
 * that is being answered when its connection ends is ended too ({@link org.gatehouse.oauth.bearer.RunningConnections}). The built-in mechanism of MicroProfile JWT was left out because it sends no challenge and knows no revocation; its parser is used.
 */
@NullMarked
package org.gatehouse.oauth.bearer;

import org.jspecify.annotations.NullMarked;
