package org.gatehouse.permission.grants;

/**
 * All connections of a person have ended with the person's password. Told within the transaction that ended them, to those who list connections.
 *
 * @param version the version of the access configuration before which a connection was made if it has ended
 */
public record ConnectionsEnded(String userId, String username, long version) {}
