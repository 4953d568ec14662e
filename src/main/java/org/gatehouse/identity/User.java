package org.gatehouse.identity;

/**
 * A person who can sign in.
 *
 * @param id the person's record id
 * @param username the sign-in name
 * @param name the name for people
 * @param active whether the person may use the system at all
 */
public record User(String id, String username, String name, boolean active) {}
