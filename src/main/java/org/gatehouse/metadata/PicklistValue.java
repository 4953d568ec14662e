package org.gatehouse.metadata;

/** One value that a picklist offers. */
public record PicklistValue(String apiName, String label, boolean active) {}
