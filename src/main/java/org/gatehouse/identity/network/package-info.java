/**
 * From where and when people may sign in and stay signed in: the organisation's settings and trusted ranges, and the login ranges and hours
 * of each profile.
 *
 * <p>Start with {@link org.gatehouse.identity.network.NetworkAccess}, a snapshot of all of it. A profile without ranges binds nobody to an
 * address, and one without hours binds nobody to the clock; that is the model system's rule, and administrators rely on it. A profile is
 * found by the permission set that it owns, because that is what a person's permissions carry.
 */
@NullMarked
package org.gatehouse.identity.network;

import org.jspecify.annotations.NullMarked;
