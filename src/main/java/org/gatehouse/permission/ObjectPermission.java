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

    /** Everything. */
    public static final ObjectPermission ALL = new ObjectPermission(true, true, true, true, true, true, true);

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

    /** What is left after some of it is taken away: nothing stays whose need is gone. */
    ObjectPermission without(ObjectPermission muted) {
        return new ObjectPermission(
                        read && !muted.read,
                        create && !muted.create,
                        edit && !muted.edit,
                        delete && !muted.delete,
                        viewAll && !muted.viewAll,
                        modifyAll && !muted.modifyAll,
                        viewAllFields && !muted.viewAllFields)
                .settled();
    }

    /**
     * The same without the permissions that lack what they need: everything needs Read, Delete needs Edit, Modify All needs all that it
     * is made of.
     */
    public ObjectPermission settled() {
        if (!read) {
            return NONE;
        }
        boolean settledDelete = delete && edit;
        return new ObjectPermission(
                true, create, edit, settledDelete, viewAll, modifyAll && create && settledDelete && viewAll, viewAllFields);
    }
}
