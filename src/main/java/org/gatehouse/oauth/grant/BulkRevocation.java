package org.gatehouse.oauth.grant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The end of many connections at once. They work no longer from the moment it is requested; what goes on after that is their marking in the
 * lists.
 *
 * @param reason why they ended, in the word by which each of them is marked
 * @param total how many there were; null until they are counted
 * @param done how many are marked
 * @param finishedAt when the last one was marked; null until then
 */
public record BulkRevocation(
        String id, RevocationTarget target, String reason, String requestedBy, Instant requestedAt, @Nullable Long total, long done,
        @Nullable Instant finishedAt) {}
