package org.gatehouse.identity;

/** Whoever knows passwords: a realm of the server. */
@FunctionalInterface
interface Passwords {
    /** Whether this is the person's password. False for everybody that the realm does not know. */
    boolean matches(String username, String password);
}
