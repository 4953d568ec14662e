/**
 * The HTTP rim of the authorization server: reads requests strictly, calls the services, writes answers.
 *
 * <p>Start with {@link org.gatehouse.oauth.endpoint.AuthorizationServer} and {@link org.gatehouse.oauth.endpoint.WellKnown}, which list the
 * endpoints. Refused before anything is decided: parameters in the URL of a POST, repeated parameters, bodies of another type or beyond the
 * limit, text that is not UTF-8. URLs come from the configured public URL, never from a request's Host.
 */
@NullMarked
package org.gatehouse.oauth.endpoint;

import org.jspecify.annotations.NullMarked;
