package org.gatehouse.permission.recovery;

import org.jspecify.annotations.Nullable;

/**
 * What a link offers to whoever opened it.
 *
 * @param username whose password it sets; null where the person is still to be made
 */
public record LinkOffer(LinkPurpose purpose, @Nullable String username) {}
