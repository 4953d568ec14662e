package org.gatehouse.query.plan;

import org.gatehouse.metadata.FieldDefinition;

/** A field of one scan, which the person may read. */
public record Column(int scan, FieldDefinition field) {}
