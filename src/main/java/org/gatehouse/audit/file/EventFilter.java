package org.gatehouse.audit.file;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events are looked for. What is null does not narrow.
 *
 * @param from the first moment
 * @param to the first moment that is too late
 * @param action the method of a message, or the name of an act of administration
 */
public record EventFilter(
        @Nullable String type,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String username,
        @Nullable String clientId,
        @Nullable String server,
        @Nullable String tool,
        @Nullable String action,
        @Nullable String object,
        @Nullable String recordId,
        @Nullable String outcome,
        @Nullable String errorCode,
        @Nullable String clientAddress,
        @Nullable String requestId) {}
