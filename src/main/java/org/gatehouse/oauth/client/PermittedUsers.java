package org.gatehouse.oauth.client;

import java.util.Collections;
import java.util.Set;

/** Who may use a client. */
public sealed interface PermittedUsers {

    /** Whoever can sign in, by their own consent. */
    record All() implements PermittedUsers {}

    /** Only holders of one of these permission sets; a profile counts through the permission set it owns. */
    record AdminApproved(Set<String> permissionSetIds) implements PermittedUsers {
        public AdminApproved {
            permissionSetIds = Set.copyOf(permissionSetIds);
        }
    }

    /** Whether a holder of these permission sets is one of them. */
    default boolean include(Set<String> permissionSetIds) {
        return switch (this) {
            case All() -> true;
            case AdminApproved(var approved) -> !Collections.disjoint(approved, permissionSetIds);
        };
    }
}
