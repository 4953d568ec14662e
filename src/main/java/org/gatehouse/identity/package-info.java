/**
 * Who people are: users, sign-in, and the {@link org.gatehouse.identity.Caller} that every service takes as its first parameter.
 *
 * <p>Start with {@link org.gatehouse.identity.SignIn}. It refuses unknown, inactive and wrong in the same words and about the same time.
 * Passwords are checked by Elytron, so that a deployment can put a directory in place of the built-in realm without touching code; a check
 * of our own against the table would have been shorter and would have closed that door.
 */
@NullMarked
package org.gatehouse.identity;

import org.jspecify.annotations.NullMarked;
