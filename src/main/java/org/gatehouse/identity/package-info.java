/**
 * Who people are: users, sign-in, sessions, and the {@link org.gatehouse.identity.Caller} that every service takes as its first parameter.
 *
 * <p>Start with {@link org.gatehouse.identity.SignIn}, then {@code LoginGate}, which every attempt passes. Unknown, inactive, locked and wrong
 * get the same words in about the same time; the reason is in the {@link org.gatehouse.identity.LoginHistory} only. A try is counted before
 * the password is looked at, not after: counting afterwards is simpler, and lets a thousand guesses at the same moment through.
 *
 * <p>Passwords are checked by Elytron, so that a deployment can put a directory in place of the built-in realm without touching code; a check
 * of our own against the table would have been shorter and would have closed that door.
 */
@NullMarked
package org.gatehouse.identity;

import org.jspecify.annotations.NullMarked;
