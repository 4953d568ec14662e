/**
 * Sign-in by an external OpenID provider (OpenID Connect Core 1.0, authorization code with PKCE), mapped to a person here.
 *
 * <p>Start with {@link org.gatehouse.identity.external.ExternalSignIn}: {@code start} sends the browser away with a transaction that its
 * session keeps, {@code finish} turns what the browser brings back into an {@link org.gatehouse.identity.external.ExternalOutcome}. {@link
 * org.gatehouse.identity.external.ExternalSignIns} is told of every outcome. Refused: an answer that no transaction of the same session waits
 * for, one of another issuer, an ID token that is not for this transaction in every claim, a person who is unknown, ambiguous or inactive.
 * Nobody is created here, and no token of the provider is kept. The protocol is done by the Nimbus library; Elytron's OIDC client was left out
 * because it guards a whole deployment by one provider, where a person has a choice and the local password stays.
 */
@NullMarked
package org.gatehouse.identity.external;

import org.jspecify.annotations.NullMarked;
