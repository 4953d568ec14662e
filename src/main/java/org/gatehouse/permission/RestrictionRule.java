package org.gatehouse.permission;

/** A rule that leaves the people of a group only those records of an object that meet its criteria. */
public record RestrictionRule(String object, String apiName, String group, Criteria criteria) {}
