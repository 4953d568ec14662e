package org.gatehouse.permission;

/**
 * The ids of groups, as {@code group_membership} has them. Public groups and queues have record ids; the three groups of a role are named
 * after it.
 */
public final class Groups {
    /** What the id of a queue begins with. */
    public static final String QUEUE_PREFIX = "00G8";

    /** What the id of a public group begins with. */
    public static final String GROUP_PREFIX = "00G1";

    private Groups() {}

    /** The people with a role. */
    public static String role(String roleId) {
        return "R-" + roleId;
    }

    /** The people with a role or one below it. */
    public static String roleAndSubordinates(String roleId) {
        return "S-" + roleId;
    }

    /** The people strictly below a role. Nothing can be shared with them; it says whose records the role sees. */
    public static String below(String roleId) {
        return "B-" + roleId;
    }

    static boolean isQueue(String groupId) {
        return groupId.startsWith(QUEUE_PREFIX);
    }
}
