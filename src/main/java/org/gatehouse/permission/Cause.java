package org.gatehouse.permission;

/** Why somebody has access to a record. */
public enum Cause {
    /** The person owns it. */
    OWNER,
    /** A queue that the person is a member of owns it. */
    QUEUE,
    /** Somebody below the person in the role hierarchy owns it. */
    ROLE_HIERARCHY,
    /** A sharing rule opens it. */
    SHARING_RULE,
    /** It was opened by hand. */
    MANUAL,
    /** It is the parent of a record that the person has access to. */
    IMPLICIT_PARENT,
    /** It belongs to a record that the person, or somebody below, owns. */
    IMPLICIT_CHILD
}
