package org.gatehouse.oauth.client;

import java.util.Set;

/** Tells which permission sets a person holds now: assigned and not expired, and the one that the profile owns. */
@FunctionalInterface
public interface UserPermissionSets {
    /** The ids of the person's permission sets. */
    Set<String> heldBy(String userId);
}
