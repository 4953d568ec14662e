package org.gatehouse.permission.recovery;

import org.jspecify.annotations.Nullable;

/**
 * A link that has not been used and has not expired.
 *
 * @param userId whose it is; null for the first administrator, who is nobody yet
 */
record OneTimeLink(String hash, LinkPurpose purpose, @Nullable String userId) {}
