/**
 * The connection doctor: why an agent does not get through, told to an administrator.
 *
 * <p>Start with {@link org.gatehouse.catalog.doctor.ConnectionDoctor}. It goes the way of a connection, from the metadata that an agent reads first to the
 * tools that it may call, and notes for each step whether it succeeds. Nothing is decided here: each step asks what the real way asks ({@code
 * AuthorizationRequests}, {@code Entitlement}, {@code AccessTokenVerifier}, {@code ServerCatalog}, {@code PermissionEngine}), and this package only puts the
 * answer into words. Checks of its own lost, because the day they differ from the real ones is the day somebody needs them.
 *
 * <p>It changes nothing and gives nothing away: the token that it makes belongs to no connection, so it opens nothing, and it never leaves.
 */
@NullMarked
package org.gatehouse.catalog.doctor;

import org.jspecify.annotations.NullMarked;
