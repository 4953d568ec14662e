package org.gatehouse.permission;

/** How far access to one record goes; each level includes those before it. */
public enum AccessLevel {
    /** To see it. */
    READ,
    /** To change it. */
    EDIT,
    /** To delete it, share it and give it to another owner. */
    ALL
}
