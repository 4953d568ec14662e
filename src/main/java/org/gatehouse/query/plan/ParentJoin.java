package org.gatehouse.query.plan;

/**
 * A step from records to the records that they point to. Where the parent is hidden or missing, its fields are null.
 *
 * @param reference the field that points to the parent
 */
public record ParentJoin(Column reference, ObjectScan parent) {}
