/**
 * Who people are: users, the role hierarchy, sign-in, and the {@link org.gatehouse.identity.Caller} that every service takes as its first
 * parameter.
 *
 * <p>Passwords are checked by Elytron, so that a deployment can put a directory in place of the built-in realm without touching code.
 */
@NullMarked
package org.gatehouse.identity;

import org.jspecify.annotations.NullMarked;
