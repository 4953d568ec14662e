package org.gatehouse.record;

/** Which record: its object and its id. */
public record RecordName(String objectName, String id) {}
