/**
 * Who may do what with which records.
 *
 * <p>{@link org.gatehouse.permission.PermissionEngine} turns a {@code Caller} into {@link org.gatehouse.permission.EffectiveAccess}: an
 * immutable snapshot of everything the person may do, the union of the profile and the permission sets that are in force. For each object
 * it holds a {@link org.gatehouse.permission.RecordFilter}, and only this package makes one that shows every record. Filters are values
 * that the query planner puts into each scan; SQL text per policy was the alternative, and a user's query could then capture a name in it.
 *
 * <p>Records are opened by ownership, the role hierarchy, rules, hands and the records around them: each way is a
 * {@link org.gatehouse.permission.RecordGrant} with its cause, and together they are one filter. The settings of
 * {@code permission.sharing} are read once per version; nothing is computed per record, so a change of settings is seen whole or not at all.
 *
 * <p>What cannot be decided is refused: an unknown person, a permission nobody knows, a parent that cannot be read, a private object
 * without an owner.
 */
@NullMarked
package org.gatehouse.permission;

import org.jspecify.annotations.NullMarked;
