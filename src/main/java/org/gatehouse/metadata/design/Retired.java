package org.gatehouse.metadata.design;

import org.jspecify.annotations.Nullable;

/**
 * A table or column of Gatehouse's own that no definition names.
 *
 * @param table its schema and name
 * @param column the column, null for the whole table
 * @param retiredAt since when, in ISO 8601
 */
public record Retired(String id, String table, @Nullable String column, String retiredAt) {}
