package org.gatehouse.permission.sharing;

/**
 * What a recalculation of the group memberships came to.
 *
 * @param memberships how many there are now
 * @param added how many of them were not there before
 * @param removed how many were there and are not any more
 */
public record Recalculation(int memberships, int added, int removed) {
    /** Whether everything was as it should be. */
    public boolean unchanged() {
        return added == 0 && removed == 0;
    }
}
