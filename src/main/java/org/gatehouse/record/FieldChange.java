package org.gatehouse.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of one tracked field of a record.
 *
 * @param from what it held before, null for nothing
 * @param to what it held then, null for nothing
 * @param byId the person who changed it
 */
public record FieldChange(String field, @Nullable String from, @Nullable String to, String byId, Instant at) {}
