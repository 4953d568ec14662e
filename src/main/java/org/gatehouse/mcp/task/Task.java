package org.gatehouse.mcp.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A call in the background.
 *
 * @param id what the client knows it by; nobody can guess it
 * @param requestId the request under which the call runs, by which it can be cancelled on its node
 * @param content {@code call}, {@code answers}, and where there is such a thing {@code inputRequests}, {@code result} or {@code error}
 */
public record Task(String id, String requestId, TaskStatus status, ObjectNode content, Instant createdAt, Instant updatedAt) {}
