/**
 * Who may do what with which records.
 *
 * <p>{@link org.gatehouse.permission.PermissionEngine} turns a {@code Caller} into {@link org.gatehouse.permission.EffectiveAccess}: an
 * immutable snapshot of everything the person may do, the union of the profile and the permission sets that are in force. For each object
 * it holds a {@link org.gatehouse.permission.RecordFilter}, and only this package makes one that shows every record. Filters are values
 * that the query planner puts into each scan; SQL text per policy was the alternative, and a user's query could then capture a name in it.
 *
 * <p>What cannot be decided is refused: an unknown person, a permission nobody knows, a parent that cannot be read, a private object
 * without an owner.
 */
@NullMarked
package org.gatehouse.permission;

import org.jspecify.annotations.NullMarked;
