/**
 * The OAuth 2.1 authorization server, and the check of its tokens at the resources.
 *
 * <ul>
 *   <li>{@code token}: what tokens are: scopes, resources, keys, access tokens
 *   <li>{@code client}: who may ask for them: registered clients and their app policies
 *   <li>{@code registration}: how clients become known that no administrator entered
 *   <li>{@code grant}: how they are earned: authorization code, refresh, revocation
 *   <li>{@code bearer}: how they are presented: the authentication of MCP requests
 *   <li>{@code endpoint}: the HTTP rim
 * </ul>
 *
 * <p>A person stands behind every token: there is no grant for a client on its own behalf, and none that carries a password.
 */
@NullMarked
package org.gatehouse.oauth;

import org.jspecify.annotations.NullMarked;
