package org.gatehouse.metadata.mapping;

/** A table or view that can be mapped: its schema and name with a dot between. */
public record TableName(String table, boolean view) {}
