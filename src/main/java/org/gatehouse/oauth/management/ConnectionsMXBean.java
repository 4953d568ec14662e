package org.gatehouse.oauth.management;

import java.util.List;

/**
 * What an operator sees and does over JMX to the connections of agents, under {@code org.gatehouse:type=Connections}. Who is disconnected is
 * refused with the next request, on every node.
 */
public interface ConnectionsMXBean {
    /** How many connections stand. */
    int getConnections();

    /** The use of each external client app. */
    List<AppUsage> getUsage();

    /** The connections that are frozen. */
    List<Frozen> getFrozen();

    /** Freezes a connection, by its id: it is refused until the freeze is lifted. */
    void freeze(String connectionId);

    /** Lifts the freeze of a connection, by its id. */
    void unfreeze(String connectionId);

    /** Ends one connection, by its id. */
    void end(String connectionId);

    /** Ends all connections through a client. */
    void endAllOfClient(String clientId);

    /** Ends all connections of a person, by the id of the user. */
    void endAllOfPerson(String userId);

    /** Ends all connections of all who have a profile, by its API name. */
    void endAllOfProfile(String profile);

    /** Ends all connections of everybody. */
    void endAll();

    /** A connection that is frozen, and by whom or what. */
    record Frozen(String connectionId, String clientId, String username, String server, String since, String by) {}

    /** How much an app is used. */
    record AppUsage(String clientId, String label, boolean enabled, int persons, int connections, long useCount) {}
}
