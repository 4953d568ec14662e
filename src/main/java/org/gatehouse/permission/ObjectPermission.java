package org.gatehouse.permission;

/**
 * What may be done with one object.
 *
 * @param viewAll read every record, whatever its owner
 * @param modifyAll read, edit and delete every record, whatever its owner
 * @param viewAllFields read every field
 */
public record ObjectPermission(
        boolean read, boolean create, boolean edit, boolean delete, boolean viewAll, boolean modifyAll, boolean viewAllFields) {
    /** Nothing. */
    public static final ObjectPermission NONE = new ObjectPermission(false, false, false, false, false, false, false);

    /** What either of the two allows. */
    ObjectPermission or(ObjectPermission other) {
        return new ObjectPermission(
                read || other.read,
                create || other.create,
                edit || other.edit,
                delete || other.delete,
                viewAll || other.viewAll,
                modifyAll || other.modifyAll,
                viewAllFields || other.viewAllFields);
    }
}
