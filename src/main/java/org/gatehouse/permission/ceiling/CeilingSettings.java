package org.gatehouse.permission.ceiling;

import org.gatehouse.permission.Ceiling;
import org.jspecify.annotations.Nullable;

/**
 * A ceiling as an administrator reads and writes it.
 *
 * @param version the version it was read at; null for a new one
 */
public record CeilingSettings(Ceiling ceiling, @Nullable Integer version) {}
