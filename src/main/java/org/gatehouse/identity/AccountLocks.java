package org.gatehouse.identity;

/** Whether somebody has guessed at an account too often. Asked wherever a locked account must not get anything new. */
@FunctionalInterface
public interface AccountLocks {
    /** Whether the person's account is locked now. */
    boolean locked(String userId);
}
