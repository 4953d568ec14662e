package org.gatehouse.permission;

/**
 * What owners with a role may do with the records that point to theirs.
 *
 * @param object the object that points
 * @param field its reference
 * @param level READ or EDIT
 */
public record ImplicitChild(String roleId, String object, String field, AccessLevel level) {}
