package org.gatehouse.catalog.approval;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call as the person sees it who is asked.
 *
 * @param rehearsal what the tool answered when it only tried the call; null if it cannot
 * @param approved whether the person has approved it, and it was not made yet
 */
public record Approval(
        String id, String clientId, String server, String tool, String title, JsonNode arguments, @Nullable JsonNode rehearsal, boolean approved, Instant createdAt,
        Instant expiresAt) {}
