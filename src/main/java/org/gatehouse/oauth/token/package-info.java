/**
 * Tokens: the scopes that exist, the resources that tokens open, signing keys, access tokens and their check.
 *
 * <p>Start with {@link org.gatehouse.oauth.token.AccessTokens} and {@link org.gatehouse.oauth.token.AccessTokenVerifier}. A token of
 * another issuer, type, algorithm or key is refused, and so is one with a header that ours never have. Access tokens are JWTs, so that
 * a check costs no database; whether the connection behind one still stands is looked up by each request all the same, because a token
 * that cannot be taken back is not worth its speed. Private keys lie in the database encrypted; the key that opens them is a file: had
 * both been in one place, one stolen backup could sign. Keys follow one another: {@link org.gatehouse.oauth.token.SigningKeyService} publishes
 * the next one a while before it signs, and what the last one signed stays good until it expires. A new node or one that was away learns of
 * that by the number of the access configuration, as it learns of clients; a message between nodes would have been faster and could be lost.
 */
@NullMarked
package org.gatehouse.oauth.token;

import org.jspecify.annotations.NullMarked;
