package org.gatehouse.metadata;

/**
 * What an object is beyond its name and table.
 *
 * @param writeMode what may be done to its records at all
 * @param searchable whether {@code FIND} looks into it
 */
public record ObjectTraits(WriteMode writeMode, boolean searchable) {
    /** An object with nothing special about it. */
    public static final ObjectTraits PLAIN = new ObjectTraits(WriteMode.READ_WRITE, true);
}
