package org.gatehouse.permission;

/** What may be done with one field. Who may edit may read. */
public record FieldPermission(boolean readable, boolean editable) {
    /** Nothing. */
    public static final FieldPermission NONE = new FieldPermission(false, false);

    public FieldPermission {
        readable = readable || editable;
    }

    /** What either of the two allows. */
    FieldPermission or(FieldPermission other) {
        return new FieldPermission(readable || other.readable, editable || other.editable);
    }
}
