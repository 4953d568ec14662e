package org.gatehouse.identity;

import java.time.Instant;
import java.util.Optional;

/** A rule on who may sign in from where and when, beyond knowing the password. Every bean that implements it is asked, after the password. */
@FunctionalInterface
public interface SignInPolicy {
    /** Why the person may not sign in now; empty if this rule admits them. */
    Optional<LoginReason> refuses(User user, String clientAddress, Instant now);
}
