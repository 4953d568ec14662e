/**
 * Who the people are and who may what, as administrators read and change it: permission sets, those of profiles included, assignments, people.
 *
 * <p>{@link org.gatehouse.permission.grants.GrantService} and {@link org.gatehouse.permission.grants.PeopleService} are the ways in. Every change
 * counts the version of the access configuration up in its own transaction, so that it holds from the next request on, on every node; and no
 * change leaves the organisation without an administrator.
 */
@NullMarked
package org.gatehouse.permission.grants;

import org.jspecify.annotations.NullMarked;
