package org.gatehouse.permission;

import org.jspecify.annotations.Nullable;

/**
 * A rule that opens records of an object to a group.
 *
 * @param sourceGroup whose records are opened; null if the criteria say which
 * @param targetGroup to whom
 * @param level READ or EDIT
 */
public record SharingRule(
        String object, String apiName, @Nullable String sourceGroup, String targetGroup, AccessLevel level, Criteria criteria) {}
