/**
 * The administration of record sharing: roles, public groups, queues, sharing rules, restriction rules, and records opened by hand.
 *
 * <p>Start with {@link org.gatehouse.permission.sharing.SharingService}. What is set here is read by {@code permission} into one immutable
 * snapshot per version of the configuration and becomes part of the statements. Nothing is computed per record. The only table derived from
 * settings is who belongs to which group ({@link org.gatehouse.permission.sharing.GroupMemberships}), and what differs of it is written in the
 * transaction that changes the setting: a reader sees the state before or after it, and one that is killed has not happened. Shares computed
 * for each record in the background were the alternative; they cost a write per record and rule, need resuming, and until they are done some
 * people see too much or too little.
 */
@NullMarked
package org.gatehouse.permission.sharing;

import org.jspecify.annotations.NullMarked;
