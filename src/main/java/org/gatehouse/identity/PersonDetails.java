package org.gatehouse.identity;

import org.jspecify.annotations.Nullable;

/**
 * What a person may know of themselves.
 *
 * @param profile the profile's label
 * @param role the role's label, if the person has one
 * @param manager the manager's name, if the person has one
 * @param timeZone the person's time zone, an IANA name
 */
public record PersonDetails(
        String id,
        String username,
        String name,
        String email,
        @Nullable String title,
        String profile,
        @Nullable String role,
        @Nullable String manager,
        String timeZone,
        String locale) {}
