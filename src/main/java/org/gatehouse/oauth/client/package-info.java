/**
 * The clients that may ask for tokens, and what the administrator demands of them.
 *
 * <p>Start with {@link org.gatehouse.oauth.client.RegisteredClient}; {@link org.gatehouse.oauth.client.Clients} finds one,
 * {@link org.gatehouse.oauth.client.UsableClients} one that may take part in a flow now; {@link
 * org.gatehouse.oauth.client.ClientAuthentication} proves one, {@link org.gatehouse.oauth.client.Admission} decides who may use it.
 * Redirect URIs are compared as text. Comparing what two URIs mean was left out on purpose: every lenient comparison in this field has
 * become a way to send codes elsewhere.
 */
@NullMarked
package org.gatehouse.oauth.client;

import org.jspecify.annotations.NullMarked;
