package org.gatehouse.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a change of the setup replaced, as JSON.
 *
 * @param before what changed or went, as it was; null if something new was made
 * @param after the same as it is now; null if something was taken away
 */
public record SetupChange(@Nullable String before, @Nullable String after) {}
