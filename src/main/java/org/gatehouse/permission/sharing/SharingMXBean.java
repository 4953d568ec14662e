package org.gatehouse.permission.sharing;

/** What an operator sees and does over JMX to record sharing, under {@code org.gatehouse:type=Sharing}. */
public interface SharingMXBean {
    /** How many roles there are. */
    int getRoles();

    /** How many public groups and queues there are. */
    int getGroups();

    /** How many sharing rules there are. */
    int getSharingRules();

    /** How many restriction rules there are, the inactive ones included. */
    int getRestrictionRules();

    /** How many group memberships there are, those that come from other groups and from the role hierarchy included. */
    int getMemberships();

    /** What a recalculation of the group memberships would change: nothing, unless somebody wrote to the database past Gatehouse. */
    Recalculation compareMemberships();

    /** Recalculates the group memberships, as every change of roles, people and groups does. */
    Recalculation recalculateMemberships();
}
